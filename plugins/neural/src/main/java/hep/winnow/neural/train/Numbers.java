package hep.winnow.neural.train;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Optimiser;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbers as bytes, down to the last bit. */
public final class Numbers {
    private Numbers() {}

    /** Writes parameters, without their shape. */
    public static void write(DataOutput out, Parameters p) throws IOException {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                out.writeInt(Float.floatToRawIntBits(p.row(i)[j]));
            }
        }
    }

    /** Reads what {@link #write(DataOutput, Parameters)} wrote of parameters of the same shape. */
    public static void read(DataInput in, Parameters p) throws IOException {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                p.row(i)[j] = Float.intBitsToFloat(in.readInt());
            }
        }
    }

    /** Writes how often an optimiser stepped, and what it remembers. */
    public static void write(DataOutput out, Optimiser optimiser) throws IOException {
        out.writeLong(optimiser.steps());
        for (Parameters memory : optimiser.memory()) {
            write(out, memory);
        }
    }

    /** Reads what {@link #write(DataOutput, Optimiser)} wrote of one of the same kind and shape. */
    public static void read(DataInput in, Optimiser optimiser) throws IOException {
        optimiser.resume(in.readLong());
        for (Parameters memory : optimiser.memory()) {
            read(in, memory);
        }
    }

    /** Writes what was told of epochs. */
    public static void writeReports(DataOutput out, List<EpochReport> reports) throws IOException {
        out.writeInt(reports.size());
        for (EpochReport report : reports) {
            out.writeInt(report.epoch());
            out.writeDouble(report.trainLoss());
            out.writeDouble(report.validLoss());
            out.writeDouble(report.trainAuc());
            out.writeDouble(report.validAuc());
            out.writeDouble(report.trainAccuracy());
            out.writeDouble(report.validAccuracy());
            out.writeInt(report.gradients().size());
            for (double gradient : report.gradients()) {
                out.writeDouble(gradient);
            }
        }
    }

    /** Reads what {@link #writeReports} wrote. */
    public static List<EpochReport> readReports(DataInput in) throws IOException {
        List<EpochReport> reports = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            reports.add(new EpochReport(
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    readList(in)));
        }
        return reports;
    }

    private static List<Double> readList(DataInput in) throws IOException {
        List<Double> list = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            list.add(in.readDouble());
        }
        return list;
    }

    /** Writes vectors and their lengths. */
    static void write(DataOutput out, List<double[]> vectors) throws IOException {
        out.writeInt(vectors.size());
        for (double[] vector : vectors) {
            out.writeInt(vector.length);
            for (double x : vector) {
                out.writeDouble(x);
            }
        }
    }

    /** Reads vectors and their lengths. */
    static List<double[]> readVectors(DataInput in) throws IOException {
        List<double[]> vectors = new ArrayList<>();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            double[] vector = new double[in.readInt()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = in.readDouble();
            }
            vectors.add(vector);
        }
        return vectors;
    }
}

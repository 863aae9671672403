package hep.winnow.neural.train;

import hep.winnow.neural.layer.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbers as bytes, down to the last bit. */
final class Numbers {
    private Numbers() {}

    static void write(DataOutput out, Parameters p) throws IOException {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                out.writeInt(Float.floatToRawIntBits(p.row(i)[j]));
            }
        }
    }

    /** Reads what {@link #write} wrote of parameters of the same shape. */
    static void read(DataInput in, Parameters p) throws IOException {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                p.row(i)[j] = Float.intBitsToFloat(in.readInt());
            }
        }
    }

    static void write(DataOutput out, List<double[]> vectors) throws IOException {
        out.writeInt(vectors.size());
        for (double[] vector : vectors) {
            out.writeInt(vector.length);
            for (double x : vector) {
                out.writeDouble(x);
            }
        }
    }

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

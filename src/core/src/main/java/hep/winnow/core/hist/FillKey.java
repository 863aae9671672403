package hep.winnow.core.hist;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whose events: those of one sample and class, in the order of the samples.
 *
 * @param sample its number, in the order of the macro
 * @param classIndex its class; -1 for data
 */
public record FillKey(int sample, int classIndex) implements Comparable<FillKey> {
    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(sample);
        out.writeInt(classIndex);
    }

    /** Reads what {@link #write} wrote. */
    public static FillKey read(DataInput in) throws IOException {
        return new FillKey(in.readInt(), in.readInt());
    }

    /** Tells whether these are recorded data. */
    boolean isData() {
        return classIndex < 0;
    }

    @Override
    public int compareTo(FillKey other) {
        int bySample = Integer.compare(sample, other.sample);
        return bySample != 0 ? bySample : Integer.compare(classIndex, other.classIndex);
    }
}

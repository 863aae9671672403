package hep.winnow.columnar.file;

import hep.winnow.api.event.Column;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as they are in memory, the lowest byte of each first. */
public final class PlainValues {
    private PlainValues() {}

    /** Appends the numbers of a column of doubles, floats, longs or ints to {@code out}. */
    public static void write(Column column, ByteArrayOutputStream out) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(8, column.size())).order(ByteOrder.LITTLE_ENDIAN);
        if (column instanceof Column.Doubles c) {
            bytes.asDoubleBuffer().put(c.values());
            out.write(bytes.array(), 0, 8 * c.size());
        } else if (column instanceof Column.Floats c) {
            bytes.asFloatBuffer().put(c.values());
            out.write(bytes.array(), 0, 4 * c.size());
        } else if (column instanceof Column.Longs c) {
            bytes.asLongBuffer().put(c.values());
            out.write(bytes.array(), 0, 8 * c.size());
        } else if (column instanceof Column.Ints c) {
            bytes.asIntBuffer().put(c.values());
            out.write(bytes.array(), 0, 4 * c.size());
        } else {
            throw new IllegalArgumentException("these are no numbers: " + column.type());
        }
    }

    /** Appends a number of 32 bits to {@code out}. */
    public static void writeInt(int number, ByteArrayOutputStream out) {
        out.write(number);
        out.write(number >>> 8);
        out.write(number >>> 16);
        out.write(number >>> 24);
    }
}

package hep.winnow.hdf5.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How values of each type lie in a file, the lowest byte first (specification IV.A.2.d). */
final class Elements {
    /** Bytes of the reference to a text: its length, the address of its heap, its number in the heap. */
    static final int REFERENCE_BYTES = 16;

    private static final int WHOLE = 0x10;
    private static final int REAL = 0x11;
    private static final int ENUMERATION = 0x18;
    private static final int VARIABLE = 0x19;
    private static final int SIGNED = 8;
    private static final int IMPLIED_BIT = 0x20;

    private Elements() {}

    /** Returns the bytes that a value takes. */
    static int bytes(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> 1;
            case FLOAT, INT -> 4;
            case DOUBLE, LONG -> 8;
            case STRING -> REFERENCE_BYTES;
        };
    }

    /** Returns what the file says of a type. */
    static byte[] datatype(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> truth();
            case INT, LONG -> whole(SIGNED, bytes(type));
            case FLOAT -> real(4, 23, 8);
            case DOUBLE -> real(8, 52, 11);
            case STRING -> text();
        };
    }

    private static byte[] whole(int signed, int bytes) {
        return new Fields()
                .i1(WHOLE)
                .i1(signed)
                .i2(0)
                .i4(bytes)
                .i2(0)
                .i2(8L * bytes)
                .bytes();
    }

    private static byte[] real(int bytes, int mantissa, int exponent) {
        return new Fields()
                .i1(REAL)
                .i1(IMPLIED_BIT)
                .i1(8 * bytes - 1)
                .i1(0)
                .i4(bytes)
                .i2(0)
                .i2(8L * bytes)
                .i1(mantissa)
                .i1(exponent)
                .i1(0)
                .i1(mantissa)
                .i4((1 << exponent - 1) - 1)
                .bytes();
    }

    /** An enumeration of FALSE and TRUE, as h5py has it; names take multiples of 8 bytes. */
    private static byte[] truth() {
        return new Fields()
                .i1(ENUMERATION)
                .i2(2)
                .i1(0)
                .i4(1)
                .raw(whole(SIGNED, 1))
                .signature("FALSE\0\0\0TRUE\0\0\0\0")
                .i1(0)
                .i1(1)
                .bytes();
    }

    /** A text of any length, in UTF-8. */
    static byte[] text() {
        return new Fields()
                .i1(VARIABLE)
                .i1(1)
                .i1(1)
                .i1(0)
                .i4(REFERENCE_BYTES)
                .raw(whole(0, 1))
                .bytes();
    }

    /** Puts values {@code from} to {@code to}, exclusive, of a column that holds no texts into a buffer of the lowest byte first. */
    static void put(Column column, int from, int to, ByteBuffer out) {
        int n = to - from;
        if (column instanceof Column.Doubles d) {
            out.asDoubleBuffer().put(d.values(), from, n);
        } else if (column instanceof Column.Floats f) {
            out.asFloatBuffer().put(f.values(), from, n);
        } else if (column instanceof Column.Ints i) {
            out.asIntBuffer().put(i.values(), from, n);
        } else if (column instanceof Column.Longs l) {
            out.asLongBuffer().put(l.values(), from, n);
        } else if (column instanceof Column.Booleans b) {
            for (int i = from; i < to; i++) {
                out.put(out.position() + i - from, (byte) (b.values()[i] ? 1 : 0));
            }
        } else {
            throw new IllegalArgumentException("values of " + column.type() + " of depth " + column.depth());
        }
        out.position(out.position() + n * bytes(column.type()));
    }

    /** Sorts bytes by their place in the element: first the lowest byte of each, then the second, …. */
    static byte[] shuffled(byte[] bytes, int elementBytes) {
        if (elementBytes == 1) {
            return bytes;
        }
        byte[] out = Arrays.copyOf(bytes, bytes.length);
        int elements = bytes.length / elementBytes;
        int at = 0;
        for (int place = 0; place < elementBytes; place++) {
            for (int i = 0; i < elements; i++) {
                out[at++] = bytes[i * elementBytes + place];
            }
        }
        return out;
    }
}

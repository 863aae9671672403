package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;

/** Whole numbers in groups of seven bits, the lowest first. */
public final class Varint {
    private static final int MAX_BITS = 63;

    private Varint() {}

    /** Reads a number of up to 64 bits. */
    public static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift <= MAX_BITS; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new Damage.Found("a number has more than 64 bits");
    }

    /** Reads a number whose sign is in its lowest bit. */
    public static long readZigzag(ByteBuffer in) {
        long n = read(in);
        return n >>> 1 ^ -(n & 1);
    }
}

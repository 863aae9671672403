package hep.winnow.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Decodes numbers of all precisions; parameters as of {@link Wholes}. */
final class Reals {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FLOAT_BITS = 32;

    private Reals() {}

    /** Decodes those of {@link Encoding.Kind#REAL} and {@link Encoding.Kind#DOUBLE}, the latter rounded. */
    static void floats(
            Stored column, Encoding encoding, byte[] page, int size, int from, int count, float[] out, int to) {
        switch (encoding) {
            case REAL16 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = half((short) SHORT.get(page, 2 * (from + i)));
                }
            }
            case SPLIT_REAL16 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = half(page[from + i] & 0xff | page[size + from + i] << 8);
                }
            }
            case REAL32 ->
                ByteBuffer.wrap(page)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(from, out, to, count);
            case SPLIT_REAL32 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = Float.intBitsToFloat(Wholes.element32(page, size, from + i));
                }
            }
            case REAL32_TRUNC -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = truncated(page, column.bits(), from + i);
                }
            }
            default -> {
                double[] wide = new double[count];
                doubles(column, encoding, page, size, from, count, wide, 0);
                for (int i = 0; i < count; i++) {
                    out[to + i] = (float) wide[i];
                }
            }
        }
    }

    /** Decodes those of {@link Encoding.Kind#REAL} and {@link Encoding.Kind#DOUBLE}. */
    static void doubles(
            Stored column, Encoding encoding, byte[] page, int size, int from, int count, double[] out, int to) {
        switch (encoding) {
            case REAL64 ->
                ByteBuffer.wrap(page)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer()
                        .get(from, out, to, count);
            case SPLIT_REAL64 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = Double.longBitsToDouble(Wholes.element64(page, size, from + i));
                }
            }
            case REAL32_QUANT -> {
                double step = (column.max() - column.min()) / ((1L << column.bits()) - 1);
                for (int i = 0; i < count; i++) {
                    out[to + i] = bits(page, column.bits(), from + i) * step + column.min();
                }
            }
            default -> {
                float[] narrow = new float[count];
                floats(column, encoding, page, size, from, count, narrow, 0);
                for (int i = 0; i < count; i++) {
                    out[to + i] = narrow[i];
                }
            }
        }
    }

    /** Returns a float of which the highest bits alone were kept. */
    private static float truncated(byte[] page, int width, int i) {
        return Float.intBitsToFloat((int) bits(page, width, i) << FLOAT_BITS - width);
    }

    /** Returns element {@code i} of elements of {@code width} bits, at most 32, the lowest bits first. */
    private static long bits(byte[] page, int width, int i) {
        long first = (long) i * width;
        int at = (int) (first >> 3);
        int last = (int) (first + width - 1 >> 3);
        long joined = 0;
        for (int k = last; k >= at; k--) {
            joined = joined << 8 | page[k] & 0xff;
        }
        return joined >>> (first & 7) & (1L << width) - 1;
    }

    /** Returns a number of IEEE 754's half precision, given by its lowest 16 bits. */
    static float half(int bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            // A product that is exact: no rounding.
            float tiny = fraction * 0x1p-24f;
            return sign == 0 ? tiny : -tiny;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}

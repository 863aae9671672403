package hep.winnow.root.tree;

import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Streamed;
import java.nio.ByteBuffer;

/**
 * Numbers of one kind, and how they are unpacked.
 *
 * @param kind how one is stored
 * @param low what is added to a scaled number
 * @param step what a scaled number is multiplied by
 * @param mantissa bits of the mantissa of a short number
 */
record Numbers(Kind kind, double low, double step, int mantissa) {
    /** Bits of the mantissa of a {@code Float16_t} that tells none. */
    private static final int DEFAULT_MANTISSA = 12;

    private static final int FRACTION = 23;

    /** Returns numbers that need no unpacking. */
    static Numbers of(Kind kind) {
        return new Numbers(kind, 0, 1, 0);
    }

    /**
     * Returns numbers of a streamed type.
     *
     * @param type one of {@link Streamed}, without what is added for arrays
     * @param title comment behind the member, which may tell the range and the bits of a packed number
     */
    static Numbers ofStreamed(int type, String title) {
        return switch (type) {
            case Streamed.CHAR, Streamed.LEGACY_CHAR -> of(Kind.I8);
            case Streamed.UCHAR -> of(Kind.U8);
            case Streamed.SHORT -> of(Kind.I16);
            case Streamed.USHORT -> of(Kind.U16);
            case Streamed.INT, Streamed.COUNTER -> of(Kind.I32);
            case Streamed.UINT, Streamed.BITS -> of(Kind.U32);
            case Streamed.LONG, Streamed.LONG64 -> of(Kind.I64);
            case Streamed.ULONG, Streamed.ULONG64 -> of(Kind.U64);
            case Streamed.FLOAT -> of(Kind.F32);
            case Streamed.DOUBLE -> of(Kind.F64);
            case Streamed.BOOL -> of(Kind.BOOL);
            case Streamed.FLOAT16 -> packed(title, false);
            case Streamed.DOUBLE32 -> packed(title, true);
            default -> throw new Damage.Refused("numbers of type " + type + " are not read");
        };
    }

    /** Returns numbers of a {@code Float16_t} or {@code Double32_t}, by the range {@code [min,max,bits]} in its title. */
    static Numbers packed(String title, boolean isDouble) {
        PackedRange range = PackedRange.of(title);
        if (range.isEmpty()) {
            return isDouble ? of(Kind.F32_AS_F64) : shortened(DEFAULT_MANTISSA, false);
        }
        if (range.low() < range.high()) {
            double values = range.bits() < 32 ? 1L << range.bits() : 0xffffffffL;
            double step = (range.high() - range.low()) / values;
            return new Numbers(isDouble ? Kind.SCALED_F64 : Kind.SCALED_F32, range.low(), step, 0);
        }
        if (range.bits() < 15) {
            return shortened(range.bits(), isDouble);
        }
        return isDouble ? of(Kind.F32_AS_F64) : shortened(DEFAULT_MANTISSA, false);
    }

    private static Numbers shortened(int mantissa, boolean isDouble) {
        return new Numbers(isDouble ? Kind.SHORT_F64 : Kind.SHORT_F32, 0, 1, mantissa);
    }

    /** Returns the length of one in bytes. */
    int bytes() {
        return kind.bytes();
    }

    /**
     * Unpacks numbers into an array of the type of {@link Kind#type}.
     *
     * @param bytes holds them
     * @param from where the first one begins
     * @param count how many
     * @param out a {@code boolean[]}, {@code int[]}, {@code long[]}, {@code float[]} or {@code double[]}
     * @param at where the first one goes
     */
    void read(byte[] bytes, int from, int count, Object out, int at) {
        if (from < 0 || (long) count * bytes() > bytes.length - from) {
            throw new Damage.Found("it ends too early");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, from, count * bytes());
        switch (kind) {
            case BOOL -> {
                boolean[] to = (boolean[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = bytes[from + i] != 0;
                }
            }
            case I8, U8 -> {
                int[] to = (int[]) out;
                int mask = kind == Kind.I8 ? -1 : 0xff;
                for (int i = 0; i < count; i++) {
                    to[at + i] = bytes[from + i] & mask;
                }
            }
            case I16, U16 -> {
                int[] to = (int[]) out;
                int mask = kind == Kind.I16 ? -1 : 0xffff;
                for (int i = 0; i < count; i++) {
                    to[at + i] = in.getShort() & mask;
                }
            }
            case I32 -> in.asIntBuffer().get((int[]) out, at, count);
            case U32 -> {
                long[] to = (long[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = in.getInt() & 0xffffffffL;
                }
            }
            case I64 -> in.asLongBuffer().get((long[]) out, at, count);
            case U64 -> {
                long[] to = (long[]) out;
                in.asLongBuffer().get(to, at, count);
                check(to, at, count);
            }
            case F32 -> in.asFloatBuffer().get((float[]) out, at, count);
            case F64 -> in.asDoubleBuffer().get((double[]) out, at, count);
            case F32_AS_F64 -> {
                double[] to = (double[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = in.getFloat();
                }
            }
            case SCALED_F32 -> {
                float[] to = (float[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = (float) (low + (in.getInt() & 0xffffffffL) * step);
                }
            }
            case SCALED_F64 -> {
                double[] to = (double[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = low + (in.getInt() & 0xffffffffL) * step;
                }
            }
            case SHORT_F32 -> {
                float[] to = (float[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = shortened(in.get() & 0xff, in.getShort() & 0xffff);
                }
            }
            case SHORT_F64 -> {
                double[] to = (double[]) out;
                for (int i = 0; i < count; i++) {
                    to[at + i] = shortened(in.get() & 0xff, in.getShort() & 0xffff);
                }
            }
        }
    }

    private static void check(long[] values, int at, int count) {
        long or = 0;
        for (int i = 0; i < count; i++) {
            or |= values[at + i];
        }
        if (or < 0) {
            throw new Damage.Refused(
                    "a value of 64 bits without sign is above 9223372036854775807, the greatest whole number there is here");
        }
    }

    private float shortened(int exponent, int stored) {
        int bits = exponent << FRACTION | (stored & (1 << mantissa + 1) - 1) << FRACTION - mantissa;
        float value = Float.intBitsToFloat(bits);
        boolean isNegative = (stored & 1 << mantissa + 1) != 0;
        return isNegative ? -value : value;
    }
}

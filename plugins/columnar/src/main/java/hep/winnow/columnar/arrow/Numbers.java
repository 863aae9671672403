package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import hep.winnow.kernels.FloatMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Makes columns of stored numbers. */
final class Numbers {
    private Numbers() {}

    /**
     * Returns a column.
     *
     * @param value what the numbers are: whole, real or decimal
     * @param raw the numbers
     * @param n how many
     * @param missing those that are not there
     * @param type of the column; in one that cannot hold NaN a missing number is 0
     */
    static Column column(Value value, ByteBuffer raw, int n, BitSet missing, ColumnType type) {
        return switch (type) {
            case DOUBLE -> new Column.Doubles(doubles(value, raw, n, missing));
            case FLOAT -> new Column.Floats(floats(value, raw, n, missing));
            case INT -> new Column.Ints(ints(value, raw, n, missing));
            case LONG -> new Column.Longs(longs(value, raw, n, missing));
            case BOOLEAN, STRING -> throw new IllegalArgumentException("numbers are no " + type);
        };
    }

    private static double[] doubles(Value value, ByteBuffer raw, int n, BitSet missing) {
        double[] out = new double[n];
        if (value.kind() == Value.Kind.REAL && value.bytes() == 8) {
            raw.asDoubleBuffer().get(out);
        } else if (value.kind() == Value.Kind.DECIMAL) {
            for (int i = 0; i < n; i++) {
                out[i] = missing.get(i) ? 0 : decimal(value, raw, i);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = missing.get(i) ? 0 : whole(value, raw, i);
            }
        }
        for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
            out[i] = Double.NaN;
        }
        return out;
    }

    private static float[] floats(Value value, ByteBuffer raw, int n, BitSet missing) {
        float[] out = new float[n];
        if (value.bytes() == 4) {
            raw.asFloatBuffer().get(out);
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = FloatMath.ofHalf(raw.getShort(2 * i));
            }
        }
        for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
            out[i] = Float.NaN;
        }
        return out;
    }

    private static int[] ints(Value value, ByteBuffer raw, int n, BitSet missing) {
        int[] out = new int[n];
        if (value.bytes() == 4) {
            raw.asIntBuffer().get(out);
            return out;
        }
        for (int i = 0; i < n; i++) {
            out[i] = missing.get(i) ? 0 : (int) whole(value, raw, i);
        }
        return out;
    }

    private static long[] longs(Value value, ByteBuffer raw, int n, BitSet missing) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = missing.get(i) ? 0 : whole(value, raw, i);
        }
        return out;
    }

    /** Returns whole number {@code i}. */
    private static long whole(Value value, ByteBuffer raw, int i) {
        return switch (value.bytes()) {
            case 1 -> value.isSigned() ? raw.get(i) : raw.get(i) & 0xff;
            case 2 -> value.isSigned() ? raw.getShort(2 * i) : raw.getShort(2 * i) & 0xffff;
            case 4 -> value.isSigned() ? raw.getInt(4 * i) : raw.getInt(4 * i) & 0xffffffffL;
            default -> {
                long x = raw.getLong(8 * i);
                if (!value.isSigned() && x < 0) {
                    throw new Damage.Found("it holds " + Long.toUnsignedString(x) + ", which is beyond 2^63 - 1");
                }
                yield x;
            }
        };
    }

    private static double decimal(Value value, ByteBuffer raw, int i) {
        byte[] bytes = new byte[value.bytes()];
        for (int b = 0; b < bytes.length; b++) {
            bytes[b] = raw.get((i + 1) * bytes.length - 1 - b);
        }
        return new BigDecimal(new BigInteger(bytes), value.scale()).doubleValue();
    }
}

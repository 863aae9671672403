package hep.winnow.hdf5;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.lang.reflect.Array;

/** The values of lists, one list behind the other. The library hands each list out as an array of the narrowest type that holds it. */
final class ListValues {
    private final ColumnType type;
    private final double[] reals;
    private final long[] wholes;

    ListValues(ColumnType type, int n) {
        this.type = type;
        boolean isReal = type == ColumnType.FLOAT || type == ColumnType.DOUBLE;
        this.reals = new double[isReal ? n : 0];
        this.wholes = new long[isReal ? 0 : n];
    }

    /** Puts an array where it belongs. */
    void put(Object array, int at) {
        int n = Array.getLength(array);
        for (int i = 0; i < n; i++) {
            if (wholes.length == 0) {
                reals[at + i] = Array.getDouble(array, i);
            } else {
                wholes[at + i] = array instanceof java.math.BigInteger[] large
                        ? large[i].longValueExact()
                        : Array.getLong(array, i);
            }
        }
    }

    Column column() {
        return switch (type) {
            case DOUBLE -> new Column.Doubles(reals);
            case FLOAT -> {
                float[] out = new float[reals.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (float) reals[i];
                }
                yield new Column.Floats(out);
            }
            case INT -> {
                int[] out = new int[wholes.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (int) wholes[i];
                }
                yield new Column.Ints(out);
            }
            default -> new Column.Longs(wholes);
        };
    }
}

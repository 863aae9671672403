package hep.winnow.core.expr;

import hep.winnow.api.event.Column;

/** Loops that turn columns into plain arrays. */
final class Columns {
    private Columns() {}

    /** Writes all values of a column as doubles; a condition is 0 or 1. */
    static void widen(Column column, double[] out) {
        if (column instanceof Column.Floats floats) {
            float[] values = floats.values();
            for (int i = 0; i < values.length; i++) {
                out[i] = values[i];
            }
        } else if (column instanceof Column.Ints ints) {
            int[] values = ints.values();
            for (int i = 0; i < values.length; i++) {
                out[i] = values[i];
            }
        } else if (column instanceof Column.Longs longs) {
            long[] values = longs.values();
            for (int i = 0; i < values.length; i++) {
                out[i] = values[i];
            }
        } else {
            for (int i = 0; i < column.size(); i++) {
                out[i] = column.number(i);
            }
        }
    }

    /** Tells whether the values are whole numbers that {@link #longs} keeps exactly. */
    static boolean isWhole(Column column) {
        return column instanceof Column.Longs || column instanceof Column.Ints;
    }

    /** Returns the values of a column of whole numbers. */
    static long[] longs(Column column) {
        if (column instanceof Column.Longs longs) {
            return longs.values();
        }
        if (column instanceof Column.Ints ints) {
            long[] out = new long[ints.values().length];
            for (int i = 0; i < out.length; i++) {
                out[i] = ints.values()[i];
            }
            return out;
        }
        throw new IllegalArgumentException("not whole numbers: " + column.type());
    }
}

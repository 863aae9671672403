package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import java.util.Arrays;

/** Picks rows out of columns. */
final class Selection {
    private Selection() {}

    /** Returns the numbers of all of {@code n} rows. */
    static int[] all(int n) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** Returns those rows for which {@code holds} is true. Without branches: what passes is hard to foresee. */
    static int[] passing(int[] rows, boolean[] holds) {
        int[] out = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            out[count] = row;
            count += holds[row] ? 1 : 0;
        }
        return Arrays.copyOf(out, count);
    }

    /** Returns those rows for which {@code holds} is true and {@code not} is false. */
    static int[] passing(int[] rows, boolean[] holds, boolean[] not) {
        int[] out = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (holds[row] && !not[row]) {
                out[count++] = row;
            }
        }
        return Arrays.copyOf(out, count);
    }

    private static Column lists(Column.Lists column, int[] rows) {
        int[] from = column.offsets();
        int[] offsets = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            offsets[i + 1] = offsets[i] + column.length(rows[i]);
        }
        int[] places = new int[offsets[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            int first = from[rows[i]] - offsets[i];
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                places[k] = first + k;
            }
        }
        return new Column.Lists(
                offsets, of(column.values(), places, column.values().size()));
    }

    // What is chosen are some of the rows, rising and each once: if they are as many, they are all of them.

    static double[] of(double[] values, int[] rows) {
        if (rows.length == values.length) {
            return values;
        }
        double[] out = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    static int[] of(int[] values, int[] rows) {
        if (rows.length == values.length) {
            return values;
        }
        int[] out = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    static boolean[] of(boolean[] values, int[] rows) {
        if (rows.length == values.length) {
            return values;
        }
        boolean[] out = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    static long[] of(long[] values, int[] rows) {
        if (rows.length == values.length) {
            return values;
        }
        long[] out = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    /** Returns the rows of a column that holds {@code size} values. */
    static Column of(Column column, int[] rows, int size) {
        if (rows.length == size && column.size() == size) {
            return column;
        }
        if (column instanceof Column.Doubles c) {
            return new Column.Doubles(of(c.values(), rows));
        }
        if (column instanceof Column.Longs c) {
            return new Column.Longs(of(c.values(), rows));
        }
        if (column instanceof Column.Ints c) {
            return new Column.Ints(of(c.values(), rows));
        }
        if (column instanceof Column.Floats c) {
            float[] out = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                out[i] = c.values()[rows[i]];
            }
            return new Column.Floats(out);
        }
        if (column instanceof Column.Booleans c) {
            return new Column.Booleans(of(c.values(), rows));
        }
        if (column instanceof Column.Lists c) {
            return lists(c, rows);
        }
        String[] values = ((Column.Strings) column).values();
        String[] out = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return new Column.Strings(out);
    }
}

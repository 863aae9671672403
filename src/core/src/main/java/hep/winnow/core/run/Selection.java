package hep.winnow.core.run;

import hep.winnow.api.event.Column;

/** Picks rows out of columns. */
final class Selection {
    private Selection() {}

    /** Returns the numbers of the rows that pass. */
    static int[] rows(boolean[] passes) {
        int count = 0;
        for (boolean pass : passes) {
            count += pass ? 1 : 0;
        }
        int[] rows = new int[count];
        int k = 0;
        for (int i = 0; i < passes.length; i++) {
            if (passes[i]) {
                rows[k++] = i;
            }
        }
        return rows;
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

    static double[] of(double[] values, int[] rows) {
        double[] out = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    static int[] of(int[] values, int[] rows) {
        int[] out = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return out;
    }

    static long[] of(long[] values, int[] rows) {
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
            boolean[] out = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                out[i] = c.values()[rows[i]];
            }
            return new Column.Booleans(out);
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

package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import java.util.BitSet;

/** Some values of a column. */
final class Kept {
    private Kept() {}

    /** Returns the values whose bits are set, in order. */
    static Column of(Column column, BitSet kept) {
        int[] at = kept.stream().toArray();
        int n = at.length;
        if (column instanceof Column.Doubles c) {
            double[] out = new double[n];
            for (int i = 0; i < n; i++) {
                out[i] = c.values()[at[i]];
            }
            return new Column.Doubles(out);
        }
        if (column instanceof Column.Floats c) {
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = c.values()[at[i]];
            }
            return new Column.Floats(out);
        }
        if (column instanceof Column.Longs c) {
            long[] out = new long[n];
            for (int i = 0; i < n; i++) {
                out[i] = c.values()[at[i]];
            }
            return new Column.Longs(out);
        }
        if (column instanceof Column.Ints c) {
            int[] out = new int[n];
            for (int i = 0; i < n; i++) {
                out[i] = c.values()[at[i]];
            }
            return new Column.Ints(out);
        }
        if (column instanceof Column.Booleans c) {
            boolean[] out = new boolean[n];
            for (int i = 0; i < n; i++) {
                out[i] = c.values()[at[i]];
            }
            return new Column.Booleans(out);
        }
        String[] out = new String[n];
        for (int i = 0; i < n; i++) {
            out[i] = ((Column.Strings) column).values()[at[i]];
        }
        return new Column.Strings(out);
    }
}

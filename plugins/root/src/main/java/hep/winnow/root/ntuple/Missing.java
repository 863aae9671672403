package hep.winnow.root.ntuple;

import hep.winnow.api.event.Column;
import java.util.Arrays;

/** Makes room for values that are missing: numbers are NaN there, texts empty, lists without values. */
final class Missing {
    private Missing() {}

    /**
     * Returns a column with a value for each of those above.
     *
     * @param values those that there are, of a type that can be missing
     * @param offsets rise by 1 where there is a value, else by 0
     */
    static Column spread(Column values, int[] offsets) {
        int n = offsets.length - 1;
        if (values.size() == n) {
            return values;
        }
        if (values instanceof Column.Floats floats) {
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = offsets[i] < offsets[i + 1] ? floats.values()[offsets[i]] : Float.NaN;
            }
            return new Column.Floats(out);
        }
        if (values instanceof Column.Strings strings) {
            String[] out = new String[n];
            for (int i = 0; i < n; i++) {
                out[i] = offsets[i] < offsets[i + 1] ? strings.values()[offsets[i]] : "";
            }
            return new Column.Strings(out);
        }
        if (values instanceof Column.Lists lists) {
            int[] out = Arrays.copyOf(lists.offsets(), n + 1);
            for (int i = 0; i <= n; i++) {
                out[i] = lists.offsets()[offsets[i]];
            }
            return new Column.Lists(out, lists.values());
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = offsets[i] < offsets[i + 1] ? values.number(offsets[i]) : Double.NaN;
        }
        return new Column.Doubles(out);
    }
}

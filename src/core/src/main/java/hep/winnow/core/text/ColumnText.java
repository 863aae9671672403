package hep.winnow.core.text;

import hep.winnow.api.event.Column;

/**
 * Values of columns as text: numbers in the shortest form that reads back the same, equal on every JDK, and with a
 * point, so that a whole number of a column of doubles stays one.
 */
public final class ColumnText {
    private ColumnText() {}

    /** Returns value {@code i} of a column, as a CSV file holds it; strings are not quoted. */
    public static String of(Column column, int i) {
        if (column instanceof Column.Doubles c) {
            double x = c.values()[i];
            return Double.isFinite(x) ? Numbers.json(x) : Numbers.text(x);
        }
        if (column instanceof Column.Floats c) {
            float x = c.values()[i];
            return Float.isFinite(x) ? Numbers.json(x) : Numbers.text(x);
        }
        if (column instanceof Column.Ints c) {
            return Integer.toString(c.values()[i]);
        }
        if (column instanceof Column.Longs c) {
            return Long.toString(c.values()[i]);
        }
        if (column instanceof Column.Booleans c) {
            return Boolean.toString(c.values()[i]);
        }
        return ((Column.Strings) column).values()[i];
    }
}

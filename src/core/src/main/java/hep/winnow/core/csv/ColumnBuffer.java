package hep.winnow.core.csv;

import hep.winnow.api.event.Column;
import java.util.Arrays;

/** The values of one column of a chunk or block, growing. One of its arrays is in use: the one of its kind. */
final class ColumnBuffer {
    private static final String[] NO_STRINGS = {};

    final CellKind kind;
    private int capacity;
    double[] doubles = {};
    float[] floats = {};
    long[] longs = {};
    int[] ints = {};
    boolean[] booleans = {};
    String[] strings = NO_STRINGS;

    ColumnBuffer(CellKind kind, int capacity) {
        this.kind = kind;
        resize(capacity);
    }

    /** Returns how many values there is room for. */
    int capacity() {
        return capacity;
    }

    /** Makes room for {@code capacity} values; those that fit are kept. */
    void resize(int capacity) {
        this.capacity = capacity;
        switch (kind) {
            case DOUBLE, TRUTH -> doubles = Arrays.copyOf(doubles, capacity);
            case FLOAT -> floats = Arrays.copyOf(floats, capacity);
            case LONG -> longs = Arrays.copyOf(longs, capacity);
            case INT -> ints = Arrays.copyOf(ints, capacity);
            case BOOLEAN -> booleans = Arrays.copyOf(booleans, capacity);
            case STRING -> strings = Arrays.copyOf(strings, capacity);
        }
    }

    /** Copies {@code n} values of another buffer of this kind. */
    void copyFrom(ColumnBuffer source, int from, int to, int n) {
        switch (kind) {
            case DOUBLE, TRUTH -> System.arraycopy(source.doubles, from, doubles, to, n);
            case FLOAT -> System.arraycopy(source.floats, from, floats, to, n);
            case LONG -> System.arraycopy(source.longs, from, longs, to, n);
            case INT -> System.arraycopy(source.ints, from, ints, to, n);
            case BOOLEAN -> System.arraycopy(source.booleans, from, booleans, to, n);
            case STRING -> System.arraycopy(source.strings, from, strings, to, n);
        }
    }

    /** Hands the values over as a column of the size that this buffer was last given. */
    Column toColumn() {
        return switch (kind) {
            case DOUBLE, TRUTH -> new Column.Doubles(doubles);
            case FLOAT -> new Column.Floats(floats);
            case LONG -> new Column.Longs(longs);
            case INT -> new Column.Ints(ints);
            case BOOLEAN -> new Column.Booleans(booleans);
            case STRING -> new Column.Strings(strings);
        };
    }
}

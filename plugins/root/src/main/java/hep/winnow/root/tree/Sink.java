package hep.winnow.root.tree;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.root.file.Damage;
import java.util.Arrays;

/** Gathers the values of one column, and the lengths of the lists that they lie in. */
final class Sink {
    private static final int FIRST = 64;

    private final ColumnType type;
    private final int[][] offsets;
    private final int[] lists;
    private Object values;
    private int capacity;
    private int size;

    /**
     * Makes one.
     *
     * @param depth of the lists
     * @param expected how many values there will be, if that is known
     */
    Sink(ColumnType type, int depth, int expected) {
        this.type = type;
        this.offsets = new int[depth][FIRST];
        this.lists = new int[depth];
        this.capacity = Math.max(expected, 0);
        this.values = make(capacity);
    }

    private Object make(int length) {
        return switch (type) {
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
            case INT -> new int[length];
            case LONG -> new long[length];
            case BOOLEAN -> new boolean[length];
            case STRING -> new String[length];
        };
    }

    /** Tells of a list of {@code count} values or lists at a depth, 0 for the outermost one. */
    void list(int depth, int count) {
        int n = lists[depth] + 1;
        if (n >= offsets[depth].length) {
            offsets[depth] = Arrays.copyOf(offsets[depth], grown(n));
        }
        int end = offsets[depth][n - 1] + count;
        if (count < 0 || end < 0) {
            throw new Damage.Found("a block of its lists has more values than can be told apart");
        }
        offsets[depth][n] = end;
        lists[depth] = n;
    }

    /** Makes room for values, and returns the array. They go from {@link #size} on; {@link #added} tells that they are there. */
    Object room(int count) {
        if (count > capacity - size) {
            long wanted = (long) size + count;
            if (wanted > Integer.MAX_VALUE - 8) {
                throw new Damage.Found("a block of its lists has more values than can be told apart");
            }
            capacity = Math.max((int) wanted, grown(capacity));
            Object next = make(capacity);
            System.arraycopy(values, 0, next, 0, size);
            values = next;
        }
        return values;
    }

    private static int grown(int length) {
        return (int) Math.min(Math.max(FIRST, length * 2L), Integer.MAX_VALUE - 8);
    }

    /** Returns how many values there are. */
    int size() {
        return size;
    }

    /** Tells that so many values were written behind the last one. */
    void added(int count) {
        size += count;
    }

    /** Adds a text. */
    void text(String text) {
        ((String[]) room(1))[size] = text;
        size++;
    }

    /** Returns all as a column. */
    Column column() {
        Column column = flat();
        for (int d = offsets.length - 1; d >= 0; d--) {
            column = new Column.Lists(Arrays.copyOf(offsets[d], lists[d] + 1), column);
        }
        return column;
    }

    private Column flat() {
        boolean isWhole = capacity == size;
        return switch (type) {
            case FLOAT -> new Column.Floats(isWhole ? (float[]) values : Arrays.copyOf((float[]) values, size));
            case DOUBLE -> new Column.Doubles(isWhole ? (double[]) values : Arrays.copyOf((double[]) values, size));
            case INT -> new Column.Ints(isWhole ? (int[]) values : Arrays.copyOf((int[]) values, size));
            case LONG -> new Column.Longs(isWhole ? (long[]) values : Arrays.copyOf((long[]) values, size));
            case BOOLEAN -> new Column.Booleans(isWhole ? (boolean[]) values : Arrays.copyOf((boolean[]) values, size));
            case STRING -> new Column.Strings(isWhole ? (String[]) values : Arrays.copyOf((String[]) values, size));
        };
    }
}

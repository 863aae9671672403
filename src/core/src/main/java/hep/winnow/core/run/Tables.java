package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins tables. */
final class Tables {
    private Tables() {}

    /**
     * Returns all rows of {@code tables}, in order.
     *
     * @param columns how many columns each has; used where there is no table
     */
    static EventTable join(List<EventTable> tables, int columns) {
        int size = tables.stream().mapToInt(EventTable::size).sum();
        double[] weight = new double[size];
        int[] classIndex = new int[size];
        int[] sample = new int[size];
        long[] id = new long[size];
        int at = 0;
        for (EventTable t : tables) {
            System.arraycopy(t.weight(), 0, weight, at, t.size());
            System.arraycopy(t.classIndex(), 0, classIndex, at, t.size());
            System.arraycopy(t.sampleIndex(), 0, sample, at, t.size());
            System.arraycopy(t.id(), 0, id, at, t.size());
            at += t.size();
        }
        List<Column> joined = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            joined.add(column(tables, c, size));
        }
        return new EventTable(joined, weight, classIndex, sample, id);
    }

    private static Column column(List<EventTable> tables, int c, int size) {
        boolean isText = isAll(ColumnType.STRING, tables, c);
        boolean isLong = isAll(ColumnType.LONG, tables, c);
        if (isText) {
            return new Column.Strings(tables.stream()
                    .flatMap(t -> Arrays.stream(((Column.Strings) t.column(c)).values()))
                    .toArray(String[]::new));
        }
        if (isLong) {
            return new Column.Longs(tables.stream()
                    .flatMapToLong(t -> Arrays.stream(((Column.Longs) t.column(c)).values()))
                    .toArray());
        }
        if (isAll(ColumnType.FLOAT, tables, c)) {
            return floats(tables, c, size);
        }
        double[] out = new double[size];
        int at = 0;
        for (EventTable t : tables) {
            System.arraycopy(t.numbers(c), 0, out, at, t.size());
            at += t.size();
        }
        return new Column.Doubles(out);
    }

    private static boolean isAll(ColumnType type, List<EventTable> tables, int c) {
        return !tables.isEmpty() && tables.stream().allMatch(t -> t.column(c).type() == type);
    }

    /** Floats stay floats: an image of many pixels takes half the memory. */
    private static Column floats(List<EventTable> tables, int c, int size) {
        float[] out = new float[size];
        int at = 0;
        for (EventTable t : tables) {
            System.arraycopy(((Column.Floats) t.column(c)).values(), 0, out, at, t.size());
            at += t.size();
        }
        return new Column.Floats(out);
    }

    /** Returns some rows of a table. */
    static EventTable rows(EventTable table, int[] rows, int columns) {
        List<Column> picked = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            picked.add(Selection.of(table.column(c), rows, table.size()));
        }
        return new EventTable(
                picked,
                Selection.of(table.weight(), rows),
                Selection.of(table.classIndex(), rows),
                Selection.of(table.sampleIndex(), rows),
                Selection.of(table.id(), rows));
    }

    /** Returns some rows of a table, with all its columns. */
    static EventTable rows(EventTable table, int[] rows) {
        return rows(table, rows, table.columns());
    }
}

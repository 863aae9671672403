package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins columns, and picks rows of tables. */
final class Tables {
    private Tables() {}

    /** Returns all values of {@code parts}, in order. */
    static Column join(List<Column> parts) {
        if (!parts.isEmpty() && parts.stream().allMatch(Column.Lists.class::isInstance)) {
            return lists(parts.stream().map(Column.Lists.class::cast).toList());
        }
        if (isAll(ColumnType.STRING, parts)) {
            return new Column.Strings(parts.stream()
                    .flatMap(p -> Arrays.stream(((Column.Strings) p).values()))
                    .toArray(String[]::new));
        }
        if (isAll(ColumnType.LONG, parts)) {
            return new Column.Longs(parts.stream()
                    .flatMapToLong(p -> Arrays.stream(((Column.Longs) p).values()))
                    .toArray());
        }
        int size = parts.stream().mapToInt(Column::size).sum();
        return isAll(ColumnType.FLOAT, parts) ? floats(parts, size) : doubles(parts, size);
    }

    private static boolean isAll(ColumnType type, List<Column> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(p -> p.type() == type);
    }

    private static Column lists(List<Column.Lists> parts) {
        int[] offsets = new int[parts.stream().mapToInt(Column::size).sum() + 1];
        int at = 0;
        for (Column.Lists part : parts) {
            for (int i = 0; i < part.size(); i++) {
                offsets[at + 1] = Math.addExact(offsets[at], part.length(i));
                at++;
            }
        }
        return new Column.Lists(
                offsets, join(parts.stream().map(Column.Lists::values).toList()));
    }

    /** Floats stay floats: an image of many pixels takes half the memory. */
    private static Column floats(List<Column> parts, int size) {
        float[] out = new float[size];
        int at = 0;
        for (Column part : parts) {
            System.arraycopy(((Column.Floats) part).values(), 0, out, at, part.size());
            at += part.size();
        }
        return new Column.Floats(out);
    }

    private static Column doubles(List<Column> parts, int size) {
        double[] out = new double[size];
        int at = 0;
        for (Column part : parts) {
            for (int i = 0; i < part.size(); i++) {
                out[at++] = part.number(i);
            }
        }
        return new Column.Doubles(out);
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

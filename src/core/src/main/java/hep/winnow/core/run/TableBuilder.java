package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import java.util.ArrayList;
import java.util.List;

/** Joins tables, in the order in which they come. What is joined is let go at once, so that little more than the whole is held. */
final class TableBuilder {
    private final List<List<Column>> columns = new ArrayList<>();
    private final List<Column> weight = new ArrayList<>();
    private final List<Column> classIndex = new ArrayList<>();
    private final List<Column> sampleIndex = new ArrayList<>();
    private final List<Column> id = new ArrayList<>();

    /** Makes an empty one, of tables with so many columns. */
    TableBuilder(int columns) {
        for (int c = 0; c < columns; c++) {
            this.columns.add(new ArrayList<>());
        }
    }

    void add(EventTable table) {
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).add(table.column(c));
        }
        weight.add(new Column.Doubles(table.weight()));
        classIndex.add(new Column.Ints(table.classIndex()));
        sampleIndex.add(new Column.Ints(table.sampleIndex()));
        id.add(new Column.Longs(table.id()));
    }

    /** Returns all that was added as one; to be called once. */
    EventTable build() {
        List<Column> joined = new ArrayList<>();
        columns.forEach(parts -> joined.add(joined(parts)));
        double[] weights = ((Column.Doubles) joined(weight)).values();
        int[] classes = ints(classIndex);
        int[] samples = ints(sampleIndex);
        long[] ids = id.isEmpty() ? new long[0] : ((Column.Longs) joined(id)).values();
        return new EventTable(joined, weights, classes, samples, ids);
    }

    private static Column joined(List<Column> parts) {
        Column whole = Tables.join(parts);
        parts.clear();
        return whole;
    }

    private static int[] ints(List<Column> parts) {
        int[] out = new int[parts.stream().mapToInt(Column::size).sum()];
        int at = 0;
        for (Column part : parts) {
            System.arraycopy(((Column.Ints) part).values(), 0, out, at, part.size());
            at += part.size();
        }
        parts.clear();
        return out;
    }
}

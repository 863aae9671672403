package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.step.EventExpression;
import hep.winnow.core.csv.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes tables of events as text. */
final class EventFiles {
    private EventFiles() {}

    static void write(Path path, String name, List<EventExpression> columns, List<EventTable> tables)
            throws IOException {
        List<ColumnType> types = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            types.add(type(c, columns.get(c), tables));
        }
        List<String> names = columns.stream().map(EventExpression::text).toList();
        try (CsvWriter writer = CsvWriter.create(path, name, names, types)) {
            for (EventTable table : tables) {
                List<Column> values = new ArrayList<>();
                for (int c = 0; c < columns.size(); c++) {
                    boolean isAsIs = table.column(c).type() == types.get(c);
                    values.add(isAsIs ? table.column(c) : new Column.Doubles(table.numbers(c)));
                }
                writer.write(new EventBlock(table.size(), values));
            }
        }
    }

    /** A column keeps its type if all tables hold it so; numbers of several types become doubles. */
    private static ColumnType type(int c, EventExpression column, List<EventTable> tables) {
        List<ColumnType> found =
                tables.stream().map(t -> t.column(c).type()).distinct().toList();
        if (found.isEmpty()) {
            return column.type();
        }
        return found.size() == 1 ? found.get(0) : ColumnType.DOUBLE;
    }
}

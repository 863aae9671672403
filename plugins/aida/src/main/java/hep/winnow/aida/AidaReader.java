package hep.winnow.aida;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out the rows of a tuple in blocks. */
final class AidaReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 4096;

    private final Path file;
    private final Tuple tuple;
    private final List<Integer> wanted;
    private final ReadContext context;
    private final XmlInput xml;
    private boolean isInside;
    private boolean isDone;

    /** Makes a reader of the columns of these numbers. */
    AidaReader(Path file, Tuple tuple, List<Integer> wanted, ReadContext context) {
        this.file = file;
        this.tuple = tuple;
        this.wanted = wanted;
        this.context = context;
        this.xml = XmlInput.open(file);
    }

    @Override
    public Optional<EventBlock> next() {
        if (!isInside) {
            enter();
        }
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < BLOCK && !isDone) {
            row().ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int column : wanted) {
            columns.add(
                    column(rows, tuple.columns().get(column), tuple.entries().get(column)));
        }
        return Optional.of(new EventBlock(rows.size(), columns));
    }

    /** Goes to the rows of the tuple. */
    private void enter() {
        isInside = true;
        int index = -1;
        while (xml.next()) {
            index += xml.begins("tuple") ? 1 : 0;
            if (index == tuple.index() && xml.begins("rows")) {
                return;
            }
        }
        isDone = true;
    }

    /** Returns the values of the next row; empty at the end, and for a row that cannot be read. */
    private Optional<List<String>> row() {
        while (!xml.begins("row")) {
            if (xml.ends("rows") || !xml.next()) {
                isDone = true;
                return Optional.empty();
            }
        }
        int line = xml.line();
        List<String> values = new ArrayList<>();
        int depth = 0;
        while (xml.next() && !(depth == 0 && xml.ends("row"))) {
            depth += xml.begins("entryITuple") ? 1 : xml.ends("entryITuple") ? -1 : 0;
            if (xml.begins("entryITuple") && depth == 1) {
                values.add("");
            } else if (depth == 0 && xml.begins("entry")) {
                values.add(xml.attribute("value").orElse(""));
            }
        }
        if (!xml.next()) {
            isDone = true;
        }
        Optional<String> problem = problem(values);
        if (problem.isPresent()) {
            context.badRow(file.toString(), line, problem.get());
            return Optional.empty();
        }
        return Optional.of(values);
    }

    /** Says what is wrong with a row: its length, or a value. */
    private Optional<String> problem(List<String> values) {
        int expected = tuple.columns().size() + tuple.unreadable().size();
        if (values.size() != expected) {
            return Optional.of("a row has " + values.size() + " entries, expected " + expected);
        }
        for (int i = 0; i < tuple.columns().size(); i++) {
            ColumnInfo column = tuple.columns().get(i);
            String value = values.get(tuple.entries().get(i));
            if (!Cell.fits(value, column.type())) {
                return Optional.of("'" + value + "' is no value of '" + column.name() + "', which is "
                        + column.type().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static Column column(List<List<String>> rows, ColumnInfo info, int entry) {
        List<String> cells = rows.stream().map(row -> row.get(entry)).toList();
        return Cell.column(cells, info.type());
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}

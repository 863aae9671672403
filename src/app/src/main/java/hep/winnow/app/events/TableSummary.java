package hep.winnow.app.events;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.app.shell.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one table holds: gathered in one pass over all of its columns, or, where that fails, in one pass for each, so that the columns that can be read are told. */
final class TableSummary {
    private final String name;
    private final EventSource source;
    private final Map<ColumnInfo, ColumnSummary> columns = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<String> badRows = new ArrayList<>();
    private final Optional<String> error;
    private OptionalLong events;
    private long skipped;

    private TableSummary(String name, EventSource source) {
        this(name, source, Optional.empty());
    }

    private TableSummary(String name, EventSource source, Optional<String> error) {
        this.name = name;
        this.source = source;
        this.error = error;
        this.events = source.events();
    }

    /** What is known of a table that cannot be opened: nothing. */
    private record Unopened() implements EventSource {
        @Override
        public List<ColumnInfo> schema() {
            return List.of();
        }

        @Override
        public BlockReader open(List<String> columns, ReadContext context) {
            throw new IllegalStateException("this table could not be opened before");
        }
    }

    /** Returns a table that cannot be opened. */
    static TableSummary unopened(String name, UserError why) {
        return new TableSummary(name, new Unopened(), Optional.of(why.message()));
    }

    /** Returns what is known without reading events. */
    static TableSummary ofHeader(String name, EventSource source) {
        return new TableSummary(name, source);
    }

    /**
     * Reads all events.
     *
     * @throws UserError if no column of the table can be read
     */
    static TableSummary of(String name, EventSource source, Terminal terminal) throws IOException {
        TableSummary summary = new TableSummary(name, source);
        try {
            summary.read(source.schema(), terminal);
        } catch (UserError e) {
            // Where events cannot even be counted, the fault is not one column's.
            summary.read(List.of(), terminal);
            for (ColumnInfo column : source.schema()) {
                summary.readAlone(column, terminal);
            }
            if (summary.columns.isEmpty()) {
                throw e;
            }
        }
        return summary;
    }

    /** Returns a table of whose columns none can be read. */
    static TableSummary damaged(String name, EventSource source, UserError why) {
        TableSummary summary = new TableSummary(name, source);
        source.schema().forEach(column -> summary.errors.put(column.name(), why.message()));
        return summary;
    }

    private void readAlone(ColumnInfo column, Terminal terminal) throws IOException {
        try {
            read(List.of(column), terminal);
        } catch (UserError e) {
            errors.put(column.name(), e.message());
        }
    }

    private void read(List<ColumnInfo> asked, Terminal terminal) throws IOException {
        List<ColumnSummary> found = asked.stream().map(ColumnSummary::new).toList();
        try (Reading reading = new Reading(source, true, terminal)) {
            reading.forEach(asked.stream().map(ColumnInfo::name).toList(), block -> add(block, found));
            events = OptionalLong.of(reading.events());
            skipped = Math.max(skipped, reading.skipped());
            if (badRows.isEmpty()) {
                badRows.addAll(reading.badRows());
            }
        }
        for (int i = 0; i < found.size(); i++) {
            columns.put(asked.get(i), found.get(i));
        }
    }

    private static void add(EventBlock block, List<ColumnSummary> found) {
        for (int i = 0; i < found.size(); i++) {
            found.get(i).add(block.columns().get(i));
        }
    }

    String name() {
        return name;
    }

    EventSource source() {
        return source;
    }

    /** Returns the number of events, if it is known. */
    OptionalLong events() {
        return events;
    }

    /** Returns what a column holds; empty if it was not read, or cannot be. */
    Optional<ColumnSummary> column(ColumnInfo column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** Returns the columns that were read, in the order of the table. */
    List<ColumnSummary> columns() {
        return source.schema().stream().flatMap(c -> column(c).stream()).toList();
    }

    /** Returns why the table could not be opened. */
    Optional<String> error() {
        return error;
    }

    /** Returns why a column of the schema could not be read. */
    Optional<String> error(ColumnInfo column) {
        return Optional.ofNullable(errors.get(column.name()));
    }

    /** Returns all columns that cannot be read. */
    List<UnreadableColumn> unreadable() {
        List<UnreadableColumn> all = new ArrayList<>();
        for (ColumnInfo column : source.schema()) {
            error(column).ifPresent(e -> all.add(new UnreadableColumn(column.name(), ColumnSummary.type(column), e)));
        }
        all.addAll(source.unreadable());
        return all;
    }

    /** Returns the number of rows that could not be read. */
    long skipped() {
        return skipped;
    }

    /** Returns the first of these, with the reason. */
    List<String> badRows() {
        return badRows;
    }
}

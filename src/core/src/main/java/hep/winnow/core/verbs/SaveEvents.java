package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.Compression;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.PendingFile;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventSink;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.PartForm;
import hep.winnow.api.step.Scope;
import hep.winnow.core.csv.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events on their way into a file: each block is written when its turn comes. For a file of text it becomes text on its thread.
 *
 * @param scope the events
 * @param columns what is written of each
 * @param file where
 * @param format of the file
 * @param compression how it packs
 * @param table name of the table in it; empty for the one that the format gives
 * @param schema the columns in the file; asked when events come
 * @param origin of the events, for the file's metadata
 */
public record SaveEvents(
        Scope scope,
        List<EventExpression> columns,
        OutputFile file,
        EventWriterFormat format,
        Compression compression,
        Optional<String> table,
        Supplier<List<ColumnInfo>> schema,
        Supplier<Map<String, String>> origin)
        implements EventStep<SaveEvents.Rows> {
    public SaveEvents {
        columns = List.copyOf(columns);
    }

    /** The events of a block. */
    public sealed interface Rows {
        /** Returns how many they are. */
        int events();
    }

    /**
     * Events as lines of a text.
     *
     * @param rows the lines
     */
    public record Text(byte[] rows, int events) implements Rows {}

    /**
     * Events as columns.
     *
     * @param block the columns of the file
     */
    public record Columns(EventBlock block) implements Rows {
        @Override
        public int events() {
            return block.size();
        }
    }

    @Override
    public List<Scope> scopes() {
        return List.of(scope);
    }

    @Override
    public Rows collect(int at, EventTable block) {
        List<ColumnInfo> kinds = schema.get();
        List<Column> values = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            boolean isWidened = kinds.get(c).type() == ColumnType.DOUBLE;
            values.add(isWidened ? widened(block.column(c)) : block.column(c));
        }
        EventBlock rows = new EventBlock(block.size(), values);
        return format instanceof CsvWriterFormat ? new Text(CsvWriter.rows(rows), block.size()) : new Columns(rows);
    }

    private static Column widened(Column column) {
        if (column instanceof Column.Doubles) {
            return column;
        }
        if (column instanceof Column.Lists lists) {
            return new Column.Lists(lists.offsets(), widened(lists.values()));
        }
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.number(i);
        }
        return new Column.Doubles(values);
    }

    @Override
    public Optional<EventSink<Rows>> sink(StepContext context) {
        Optional<PendingFile> sidecar =
                Sidecar.name(format, file.name()).map(name -> context.begin(new OutputFile(name)));
        return Optional.of(new EventFile(this, context.begin(file), sidecar, context.provenance()));
    }

    @Override
    public Optional<PartForm<Rows>> form() {
        return Optional.of(new RowsForm());
    }

    @Override
    public Rows merge(Rows first, Rows second) {
        throw new IllegalStateException("rows are written, not merged");
    }

    @Override
    public void finish(List<Rows> results, StepContext context) {
        throw new IllegalStateException("rows are written, not gathered");
    }
}

package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventSink;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.csv.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events on their way into a file: each block becomes text on its thread, and is written when its turn comes.
 *
 * @param scope the events
 * @param columns what is written of each
 * @param file where
 * @param types of the columns in the file; asked when events come
 */
public record SaveEvents(Scope scope, List<EventExpression> columns, OutputFile file, Supplier<List<ColumnType>> types)
        implements EventStep<SaveEvents.Rows> {
    public SaveEvents {
        columns = List.copyOf(columns);
    }

    /**
     * The events of a block.
     *
     * @param text their rows
     * @param events how many they are
     */
    public record Rows(byte[] text, int events) {}

    @Override
    public List<Scope> scopes() {
        return List.of(scope);
    }

    @Override
    public Rows collect(int at, EventTable block) {
        List<ColumnType> kinds = types.get();
        List<Column> values = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            boolean isWidened = kinds.get(c) == ColumnType.DOUBLE;
            values.add(isWidened ? new Column.Doubles(block.numbers(c)) : block.column(c));
        }
        return new Rows(CsvWriter.rows(new EventBlock(block.size(), values)), block.size());
    }

    @Override
    public Optional<EventSink<Rows>> sink(StepContext context) {
        return Optional.of(new EventFile(this, context.begin(file)));
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

package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.PartForm;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.text.ColumnText;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code show presel columns=[mll, nn] rows=5}: the first events. */
@Verb(
        value = "show",
        doc = "Prints the first events of a sample, region or part.",
        examples = "show sr columns=[mll, dphi, nn] rows=5")
public record Show(
        @Operand(doc = "the events") Scope events,

        @Option(doc = "what to show of each", required = true, lists = true)
        List<EventExpression> columns,

        @Option(doc = "how many events", value = "10", min = 1, max = 10000)
        int rows)
        implements EventStep<List<Show.Row>> {
    /**
     * An event.
     *
     * @param sample that it is of
     * @param weight its weight
     * @param cells its values, as text
     */
    public record Row(int sample, double weight, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Show {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Scope> scopes() {
        return List.of(events);
    }

    @Override
    public List<Row> collect(int scope, EventTable block) {
        List<Row> out = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, block.size()); i++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                row.add(text(block.column(c), i));
            }
            out.add(new Row(block.sampleIndex()[i], block.weight()[i], row));
        }
        return out;
    }

    private static String text(Column column, int i) {
        if (column instanceof Column.Lists lists) {
            return IntStream.range(lists.offsets()[i], lists.offsets()[i + 1])
                    .mapToObj(k -> text(lists.values(), k))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return switch (column.type()) {
            case FLOAT, DOUBLE -> Rounding.shortest(column.number(i), 6);
            default -> ColumnText.of(column, i);
        };
    }

    @Override
    public Optional<PartForm<List<Row>>> form() {
        return Optional.of(new Form());
    }

    @Override
    public List<Row> merge(List<Row> first, List<Row> second) {
        for (Row row : second) {
            if (first.size() < rows) {
                first.add(row);
            }
        }
        return first;
    }

    @Override
    public void finish(List<List<Row>> results, StepContext context) {
        TextTable table = new TextTable(Stream.concat(columns.stream().map(EventExpression::text), Stream.of("weight"))
                .toArray(String[]::new));
        for (Row row : results.get(0)) {
            String weight = Rounding.shortest(row.weight(), 6);
            table.row(Stream.concat(row.cells().stream(), Stream.of(weight)).toArray(String[]::new));
        }
        context.print("first events of " + events.text() + "\n" + table);
    }

    /** How rows are kept in a file. */
    private static final class Form implements PartForm<List<Row>> {
        @Override
        public void write(List<Row> part, DataOutput out) throws IOException {
            out.writeInt(part.size());
            for (Row row : part) {
                out.writeInt(row.sample());
                out.writeDouble(row.weight());
                out.writeInt(row.cells().size());
                for (String cell : row.cells()) {
                    LongText.write(cell, out);
                }
            }
        }

        @Override
        public List<Row> read(DataInput in) throws IOException {
            List<Row> rows = new ArrayList<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                int sample = in.readInt();
                double weight = in.readDouble();
                List<String> cells = new ArrayList<>();
                int count = in.readInt();
                for (int c = 0; c < count; c++) {
                    cells.add(LongText.read(in));
                }
                rows.add(new Row(sample, weight, cells));
            }
            return rows;
        }

        @Override
        public List<Row> scaled(List<Row> part, IntToDoubleFunction factor) {
            part.replaceAll(r -> new Row(r.sample(), r.weight() * factor.applyAsDouble(r.sample()), r.cells()));
            return part;
        }
    }
}

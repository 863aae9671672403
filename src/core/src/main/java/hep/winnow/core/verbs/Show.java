package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.text.ColumnText;
import java.util.ArrayList;
import java.util.List;
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
        implements EventStep<List<List<String>>> {
    public Show {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Scope> scopes() {
        return List.of(events);
    }

    @Override
    public List<List<String>> collect(int scope, EventTable block) {
        List<List<String>> out = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, block.size()); i++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                row.add(text(block.column(c), i));
            }
            row.add(Rounding.shortest(block.weight()[i], 6));
            out.add(row);
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
    public List<List<String>> merge(List<List<String>> first, List<List<String>> second) {
        for (List<String> row : second) {
            if (first.size() < rows) {
                first.add(row);
            }
        }
        return first;
    }

    @Override
    public void finish(List<List<List<String>>> results, StepContext context) {
        TextTable table = new TextTable(Stream.concat(columns.stream().map(EventExpression::text), Stream.of("weight"))
                .toArray(String[]::new));
        results.get(0).forEach(row -> table.row(row.toArray(String[]::new)));
        context.print("first events of " + events.text() + "\n" + table);
    }
}

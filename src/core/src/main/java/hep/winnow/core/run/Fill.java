package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventSink;
import hep.winnow.api.step.EventStep;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement in a pass: what its blocks gave so far, per scope. */
final class Fill<P> {
    private final Planned statement;
    private final EventStep<P> step;
    private final List<Optional<P>> gathered = new ArrayList<>();
    private Optional<EventSink<P>> sink = Optional.empty();

    Fill(Planned statement, EventStep<P> step) {
        this.statement = statement;
        this.step = step;
        step.scopes().forEach(s -> gathered.add(Optional.empty()));
    }

    Planned statement() {
        return statement;
    }

    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < step.scopes().size(); i++) {
            queries.add(new Query(
                    (ScopeDecl) step.scopes().get(i),
                    step.columns(i).stream()
                            .map(c -> ((ColumnExpression) c).typed())
                            .toList()));
        }
        return queries;
    }

    /** Makes it ready for blocks. */
    void open(StepContext context) {
        sink = step.sink(context);
    }

    /** Collects one frame's tables, one per scope; what is returned adds them to what was gathered, and is called in the order of the frames. */
    Runnable collect(List<Optional<EventTable>> tables) {
        List<Optional<P>> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            int scope = i;
            parts.add(tables.get(i).map(t -> step.collect(scope, t)));
        }
        return () -> merge(parts);
    }

    private void merge(List<Optional<P>> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Optional<P> part = parts.get(i);
            if (part.isPresent() && sink.isPresent()) {
                sink.get().accept(i, part.get());
            } else if (part.isPresent()) {
                gathered.set(
                        i,
                        Optional.of(gathered.get(i)
                                .map(g -> step.merge(g, part.get()))
                                .orElse(part.get())));
            }
        }
    }

    /** Hands the result to the step; a scope that no block came from is an empty one. */
    void finish(StepContext context) {
        if (sink.isPresent()) {
            sink.get().finish(context);
            return;
        }
        List<P> results = new ArrayList<>();
        for (int i = 0; i < gathered.size(); i++) {
            int scope = i;
            results.add(gathered.get(i).orElseGet(() -> step.collect(scope, empty(step.columns(scope)))));
        }
        step.finish(results, context);
    }

    /** Leaves nothing half done behind. */
    void close() {
        sink.ifPresent(EventSink::close);
    }

    private static Column empty(EventExpression expression) {
        Column values = expression.type() == ColumnType.STRING
                ? new Column.Strings(new String[0])
                : new Column.Doubles(new double[0]);
        return expression.depth() == 0 ? values : new Column.Lists(new int[1], values);
    }

    private static EventTable empty(List<EventExpression> columns) {
        List<Column> none = columns.stream().map(Fill::empty).toList();
        return new EventTable(none, new double[0], new int[0], new int[0], new long[0]);
    }
}

package hep.winnow.core.verbs;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import java.util.ArrayList;
import java.util.List;

/** Events on their way into a file. Gathers tables, in order, and writes them at the end of the pass. */
public record SaveEvents(Scope scope, List<EventExpression> columns, OutputFile file)
        implements EventStep<List<EventTable>> {
    public SaveEvents {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Scope> scopes() {
        return List.of(scope);
    }

    @Override
    public List<EventTable> collect(int at, EventTable block) {
        List<EventTable> out = new ArrayList<>();
        out.add(block);
        return out;
    }

    @Override
    public List<EventTable> merge(List<EventTable> first, List<EventTable> second) {
        first.addAll(second);
        return first;
    }

    @Override
    public void finish(List<List<EventTable>> results, StepContext context) {
        List<EventTable> tables = results.get(0);
        context.write(file, path -> EventFiles.write(path, file.name(), columns, tables));
        long events = tables.stream().mapToLong(EventTable::size).sum();
        context.result(scope.text(), new Facts().put("file", file.name()).put("events", events));
        context.print("saved " + events + " events of " + scope.text() + " to " + file.name());
    }
}

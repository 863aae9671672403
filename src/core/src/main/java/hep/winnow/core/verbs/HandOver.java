package hep.winnow.core.verbs;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/** Hands columns to the host of a run. No macro can say this: it stands behind the macro's statements where a host asks for it. */
@Verb(value = HandOver.VERB, doc = "Hands columns to the host.")
public record HandOver(
        @Operand(doc = "the events") Scope events,

        @Option(doc = "what is handed over", required = true, lists = true)
        List<EventExpression> columns)
        implements TableStep {
    /** What a check calls it. */
    public static final String VERB = "hand_over";

    public HandOver {
        columns = List.copyOf(columns);
    }

    /** Who takes the columns. */
    public interface Taker {
        /** Takes the columns of a scope. */
        void take(String scope, List<String> names, EventTable table);
    }

    @Override
    public void run(StepContext context) {
        if (context instanceof Taker taker) {
            List<String> names = columns.stream().map(EventExpression::text).toList();
            taker.take(events.text(), names, context.table(events, columns));
        }
    }

    @Override
    public boolean comparesWithTraining() {
        return true;
    }
}

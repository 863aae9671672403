package hep.winnow.core.testing;

import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/** {@code tune best = nn choose=valid}: chooses something on some events. */
@Verb(
        value = "tune",
        doc = "Chooses a cut.",
        fields = {"cut"})
public record Tune(
        @Named(doc = "the cut") String name,
        @Operand(doc = "a score") EventExpression score,

        @Option(doc = "events on which it is chosen", value = "valid")
        Scope choose)
        implements TableStep {
    @Override
    public void run(StepContext context) {
        context.field("cut", context.table(choose, List.of(score)).size());
    }
}

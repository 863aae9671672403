package hep.winnow.core.testing;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/** {@code judge best = nn on test}: finds the weighted mean of a score, as a cut. */
@Verb(
        value = "judge",
        doc = "Finds a cut.",
        fields = {"cut", "events"})
public record Judge(
        @Named(doc = "the cut", optional = true) String name,
        @Operand(doc = "what to judge") EventExpression score,
        @Operand(keyword = "on", doc = "events") Scope on)
        implements TableStep {
    @Override
    public void run(StepContext context) {
        EventTable table = context.table(on, List.of(score));
        double[] x = table.numbers(0);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            sum += table.weight()[i] * x[i];
            weights += table.weight()[i];
        }
        if (!name.isEmpty()) {
            context.field("cut", sum / weights);
            context.field("events", x.length);
        }
        Facts facts = new Facts()
                .put("cut", sum / weights)
                .put("events", x.length)
                .put("random", context.random().nextDouble());
        List<PartScale> scales = context.partScales(on);
        facts.put("factors", scales.stream().mapToDouble(PartScale::factor).toArray());
        facts.put("errors", scales.stream().mapToDouble(PartScale::error).toArray());
        context.result(facts);
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code average(mll, sr)}. */
@Verb(
        value = "average",
        doc = "Weighted mean of a value over events.",
        examples = "expect 80*GeV < average(mll, sr) < 100*GeV")
public record Average(
        @Operand(doc = "the value: a column, a model or a formula")
        EventExpression value,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        return Moments.of("average", value, on, context).mean();
    }
}

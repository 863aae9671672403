package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code spread(mll, sr)}. NaN where negative weights leave no variance. */
@Verb(
        value = "spread",
        doc =
                "Weighted standard deviation of a value over events: the width of its distribution, not the error of its mean.",
        examples = "expect spread(mll, sr) < 10*GeV")
public record Spread(
        @Operand(doc = "the value: a column, a model or a formula")
        EventExpression value,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        return Math.sqrt(Moments.of("spread", value, on, context).variance());
    }
}

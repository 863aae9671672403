package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code r2(net, test)}. */
@Verb(
        value = "r2",
        doc =
                "Share of the target's weighted variance that a regression explains: 1 is perfect, 0 no better than the mean, negative worse.",
        examples = "expect r2(net, test) > 0.9")
public record R2(
        @Operand(doc = "a model with a target, or one output of several")
        EventExpression model,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        return Residuals.of("r2", model, on, context).r2();
    }
}

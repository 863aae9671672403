package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code mae(net, test)}. */
@Verb(
        value = "mae",
        doc = "Weighted mean of the absolute residuals of a regression, in the unit of the target.",
        examples = "expect mae(net, test) < 0.1")
public record Mae(
        @Operand(doc = "a model with a target, or one output of several")
        EventExpression model,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        return Residuals.of("mae", model, on, context).mae();
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code rmse(net, test)}. */
@Verb(
        value = "rmse",
        doc = "Root of the weighted mean square of a regression's residuals, in the unit of the target.",
        examples = "expect rmse(net, test) < 0.1")
public record Rmse(
        @Operand(doc = "a model with a target, or one output of several")
        EventExpression model,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        return Residuals.of("rmse", model, on, context).rmse();
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;

/** {@code accuracy(nn, test)}. */
@Verb(
        value = "accuracy",
        doc =
                "Weighted share of events that a model puts into the right class: by its threshold for two classes, by the greatest output for several.",
        examples = "expect accuracy(nn, test) > 0.95")
public record Accuracy(
        @Operand(doc = "the model") ModelRef model,
        @Operand(doc = "the events") Scope on) implements Measure {
    @Override
    public double measure(StepContext context) {
        Decisions d = Decisions.of("accuracy", model, on, context);
        return WeightedMeans.accuracy(d.outputs(), d.classIndex(), d.weight()).value();
    }
}

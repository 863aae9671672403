package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Verb;

/** {@code gradient_ratio(nn)}. */
@Verb(
        value = "gradient_ratio",
        doc =
                "Size of the gradient at the first layer of a network, next to the inputs, over that at the last one, in the first epoch of its training: far below 1 where the gradient vanishes on its way back.",
        examples = "expect gradient_ratio(relu) > 0.1")
public record GradientRatio(
        @Operand(doc = "the network, trained by this macro") ModelRef model) implements Measure {
    @Override
    public double measure(StepContext context) {
        double[][] byLayer = Gradients.of(context.model(model));
        return byLayer[0][0] / byLayer[byLayer.length - 1][0];
    }
}

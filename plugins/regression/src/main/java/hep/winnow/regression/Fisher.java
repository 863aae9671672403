package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/**
 * Fisher's discriminant (Annals of Eugenics 7, 1936): the projection S⁻¹ (μ_1 − μ_0), scaled to a standard deviation of 1 within the classes, with 0 in
 * the middle between the projected means. Weights of any sign.
 */
@Verb(
        value = "train",
        kind = "fisher",
        doc =
                "Trains Fisher's discriminant: a projection, in standard deviations within the classes, above 0 on the side of the signal.",
        examples = "train fi = fisher on presel vars=[mll, dphi, ptll, met]",
        alsoKnownAs = {"fisher_discriminant"})
public record Fisher(
        @Named(doc = "the model") String name, @Inline TrainingOptions training) implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task == Task.BINARY;
    }

    @Override
    public boolean takesStored() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Discriminant d = Discriminant.of(train, context);
        int p = train.features();
        double distance = d.distance();
        if (!(distance > 0)) {
            throw UserError.data(
                    "signal and background have the same mean in all inputs: no projection parts them",
                    "take other inputs, or a learner that is not linear, such as mlp");
        }
        double[] direction = d.direction();
        double[] coefficients = new double[p + 1];
        double middle = 0;
        for (int f = 0; f < p; f++) {
            coefficients[f] = direction[f] / distance;
            middle += coefficients[f] * (d.means()[0][f] + d.means()[1][f]) / 2;
        }
        coefficients[p] = -middle;
        List<String> notes = List.of(
                "Fisher's discriminant of " + train.size() + " events",
                "distance of the class means: " + CoefficientTable.number(distance) + " sigma");
        return new LinearModel("fisher", Link.IDENTITY, 1, 0, coefficients, new double[0], notes);
    }
}

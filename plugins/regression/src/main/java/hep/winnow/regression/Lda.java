package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/**
 * Linear discriminant analysis: each class a Gaussian with its own mean μ_c and the same covariance S. The score is the posterior probability by
 * δ_c(x) = xᵀ S⁻¹ μ_c − ½ μ_cᵀ S⁻¹ μ_c + ln π_c, that of signal for two classes. Weights of any sign.
 */
@Verb(
        value = "train",
        kind = "lda",
        doc =
                "Trains a linear discriminant: classes as Gaussians of one covariance. The score is the posterior probability.",
        examples = {
            "train ld = lda on presel vars=[mll, dphi, ptll, met]",
            "train ld = lda on presel vars=[x, y] balance=none priors=equal"
        },
        alsoKnownAs = {"ld", "linear_discriminant"})
public record Lda(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc = "how likely each class is before its event is seen: by the sums of training weights, or equal",
                value = "weighted")
        Priors priors)
        implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task != Task.REGRESSION;
    }

    @Override
    public boolean takesStored() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Discriminant d = Discriminant.of(train, context);
        int p = train.features();
        int classes = d.means().length;
        double[] coefficients = new double[classes * (p + 1)];
        for (int c = 0; c < classes; c++) {
            double[] direction = d.covariance().solve(d.means()[c]);
            System.arraycopy(direction, 0, coefficients, c * (p + 1), p);
            double prior = priors == Priors.EQUAL ? 0 : StrictMath.log(d.sumW()[c]);
            coefficients[c * (p + 1) + p] = prior - Discriminant.dot(direction, d.means()[c]) / 2;
        }
        List<String> notes = List.of("linear discriminant of " + train.size() + " events, posterior probability");
        if (train.task() == Task.MULTICLASS) {
            return new LinearModel("lda", Link.PROBABILITY, classes, 0.5, coefficients, new double[0], notes);
        }
        double[] difference = new double[p + 1];
        for (int f = 0; f <= p; f++) {
            difference[f] = coefficients[p + 1 + f] - coefficients[f];
        }
        List<String> more = List.of(
                notes.get(0), "distance of the class means: " + CoefficientTable.number(d.distance()) + " sigma");
        return new LinearModel("lda", Link.PROBABILITY, 1, 0.5, difference, new double[0], more);
    }
}

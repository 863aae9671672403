package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
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

/** Logistic regression, multinomial for several classes: see {@link LogisticObjective} for what is made small and {@link LogisticFit} for the errors. */
@Verb(
        value = "train",
        kind = "logistic",
        doc =
                "Fits a logistic regression, multinomial for several classes. The score is the probability of signal, or of each class.",
        examples = {
            "train lr = logistic on presel vars=[mll, dphi, ptll, met]",
            "train lr = logistic on presel vars=[x, y] l2=1e-4"
        },
        alsoKnownAs = {"logit", "logreg", "logistic_regression", "logisticregression"})
public record Logistic(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc =
                        "adds l2/2 times the sum of coefficient^2 to the mean loss; the intercept is free. scikit-learn's C is 1/(l2 x number of events)",
                value = "0",
                min = 0,
                alsoKnownAs = {"alpha", "C", "penalty"})
        double l2,

        @Option(
                doc = "greatest component of the gradient of the mean loss at which the fit is done",
                value = "1e-10",
                min = 0,
                aboveMin = true,
                alsoKnownAs = {"tol"})
        double tolerance)
        implements TrainStep {
    /** With more the matrix of second derivatives takes too long to fill. */
    private static final int MOST_PARAMETERS = 3000;

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
        long parameters = (train.classes() - 1L) * (train.features() + 1L);
        if (parameters > MOST_PARAMETERS) {
            throw UserError.macro(
                    "logistic would fit " + parameters + " coefficients, it can do with " + MOST_PARAMETERS,
                    "take fewer inputs, or mlp with layers=[]");
        }
        return LogisticFit.of(this, train, context);
    }
}

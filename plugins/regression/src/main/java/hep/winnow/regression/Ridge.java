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

/** Linear regression with a penalty on large coefficients: see {@link LeastSquares}. */
@Verb(
        value = "train",
        kind = "ridge",
        doc =
                "Fits a linear function of the inputs to a target by weighted least squares, with a penalty on large coefficients; it can do with collinear"
                        + " inputs.",
        examples = "train fit = ridge on sample vars=[x1, x2, x3] target=y l2=1e-2",
        alsoKnownAs = {"tikhonov", "l2_regression"})
public record Ridge(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc =
                        "adds l2 times the sum of coefficient^2 to the mean square of the residuals; the intercept is free. scikit-learn's alpha is l2 times"
                                + " the number of events",
                value = "1e-3",
                min = 0,
                aboveMin = true,
                alsoKnownAs = {"alpha", "lambda"})
        double l2)
        implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task == Task.REGRESSION;
    }

    @Override
    public boolean takesStored() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return LeastSquares.fit("ridge", train, l2, context);
    }
}

package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;

/** Linear regression by weighted least squares: see {@link LeastSquares}. */
@Verb(
        value = "train",
        kind = "linear",
        doc = "Fits a linear function of the inputs to a target by weighted least squares.",
        examples = "train fit = linear on sample vars=[x1, x2] target=y",
        alsoKnownAs = {"ols", "least_squares", "linear_regression", "linearregression"})
public record Linear(
        @Named(doc = "the model") String name, @Inline TrainingOptions training) implements TrainStep {
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
        return LeastSquares.fit("linear", train, 0, context);
    }
}

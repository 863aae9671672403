package hep.winnow.core.testing;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Map;

/** Predicts the weighted mean of each target; tells the first input besides, as {@code first}. */
@Verb(value = "train", kind = "means", doc = "Finds the means of targets.")
public record Means(
        @Named(doc = "the model") String name, @Inline TrainingOptions training) implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task == Task.REGRESSION;
    }

    @Override
    public boolean supportsSeveralTargets() {
        return true;
    }

    @Override
    public List<String> furtherOutputs() {
        return List.of("first");
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Spy.saw(context.name(), train, valid);
        double[] mean = new double[train.targets()];
        for (int i = 0; i < train.size(); i++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += train.weight()[i] * train.target()[i * mean.length + k] / train.size();
            }
        }
        return new Fitted(train.features(), mean);
    }

    /** The mean of each target. */
    record Fitted(int inputs, double[] mean) implements Model {
        @Override
        public int outputs() {
            return mean.length + 1;
        }

        @Override
        public void score(float[] x, int rows, double[] out) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(mean, 0, out, i * outputs(), mean.length);
                out[i * outputs() + mean.length] = x[i * inputs];
            }
        }

        @Override
        public int parameters() {
            return mean.length;
        }

        @Override
        public ModelState state() {
            return new ModelState(
                    "means",
                    Map.of("inputs", (long) inputs),
                    List.of(Tensor.doubles("mean", List.of(mean.length), mean)));
        }
    }

    /** Reads it. */
    static final class Reader implements ModelReader {
        @Override
        public String learner() {
            return "means";
        }

        @Override
        public Model read(ModelState state) {
            return new Fitted((int) state.number("inputs"), state.tensor("mean").values());
        }
    }
}

package hep.winnow.core.testing;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Map;

/** Draws each feature from a normal distribution of mean 0 and width 1: good for inputs that were transformed to it. */
@Verb(value = "train", kind = "blobs", doc = "Draws normal numbers.")
public record Blobs(
        @Named(doc = "the model") String name, @Inline TrainingOptions training) implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return false;
    }

    @Override
    public boolean isUnsupervised() {
        return true;
    }

    @Override
    public boolean isGenerative() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return new Normal(train.features());
    }

    /** So many normal numbers; scores by the first input. */
    record Normal(int inputs) implements GenerativeModel {
        @Override
        public void generate(RandomStream random, int rows, float[] out) {
            for (int i = 0; i < rows * inputs; i++) {
                out[i] = (float) random.nextGaussian();
            }
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public void score(float[] x, int rows, double[] out) {
            for (int i = 0; i < rows; i++) {
                out[i] = x[i * inputs];
            }
        }

        @Override
        public int parameters() {
            return 0;
        }

        @Override
        public ModelState state() {
            return new ModelState("blobs", Map.of("inputs", (long) inputs), List.of());
        }
    }

    /** Reads it. */
    static final class Reader implements ModelReader {
        @Override
        public String learner() {
            return "blobs";
        }

        @Override
        public Model read(ModelState state) {
            return new Normal((int) state.number("inputs"));
        }
    }
}

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
import hep.winnow.api.step.Option;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns without classes: tells the squared distance from the weighted mean, and the distance along each of the first axes as {@code z1}, {@code z2}. */
@Verb(value = "train", kind = "codes", doc = "Finds a mean.")
public record Codes(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(doc = "axes", value = "2", min = 0) int codes)
        implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return false;
    }

    @Override
    public boolean isUnsupervised() {
        return true;
    }

    @Override
    public List<String> furtherOutputs() {
        return IntStream.rangeClosed(1, codes).mapToObj(i -> "z" + i).toList();
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Spy.saw(context.name(), train, valid);
        double[] mean = new double[train.features()];
        for (int i = 0; i < train.size(); i++) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += train.weight()[i] * train.x()[i * mean.length + f] / train.size();
            }
        }
        return new Fitted(codes, mean);
    }

    /** The mean of each input. */
    record Fitted(int codes, double[] mean) implements Model {
        @Override
        public int inputs() {
            return mean.length;
        }

        @Override
        public int outputs() {
            return 1 + codes;
        }

        @Override
        public void score(float[] x, int rows, double[] out) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int f = 0; f < mean.length; f++) {
                    double d = x[i * mean.length + f] - mean[f];
                    sum += d * d;
                    if (f < codes) {
                        out[i * outputs() + 1 + f] = d;
                    }
                }
                out[i * outputs()] = sum;
            }
        }

        @Override
        public int parameters() {
            return mean.length;
        }

        @Override
        public ModelState state() {
            return new ModelState(
                    "codes",
                    Map.of("codes", (long) codes),
                    List.of(Tensor.doubles("mean", List.of(mean.length), mean)));
        }
    }

    /** Reads it. */
    static final class Reader implements ModelReader {
        @Override
        public String learner() {
            return "codes";
        }

        @Override
        public Model read(ModelState state) {
            return new Fitted((int) state.number("codes"), state.tensor("mean").values());
        }
    }
}

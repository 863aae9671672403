package hep.winnow.core.testing;

import hep.winnow.api.learn.EpochReport;
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

/** Scores by the distance from the weighted means of the classes; of a regression it learns the weighted mean. */
@Verb(value = "train", kind = "centroid", doc = "Finds the means of the classes.")
public record Centroid(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(doc = "rounds", value = "1", min = 1, alsoKnownAs = "n_iter")
        int epochs)
        implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return true;
    }

    @Override
    public boolean takesStored() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        if (train.isInMemory()) {
            Spy.saw(context.name(), train, valid);
        }
        int groups = train.task() == Task.REGRESSION ? 1 : train.classes();
        int width = train.task() == Task.REGRESSION ? 1 : train.features();
        double[] sums = new double[groups * width];
        double[] weights = new double[groups];
        train.forEachPart(part -> add(part, width, sums, weights));
        for (int g = 0; g < groups; g++) {
            for (int f = 0; f < width; f++) {
                sums[g * width + f] /= weights[g];
            }
        }
        for (int e = 1; e <= epochs; e++) {
            context.epoch(new EpochReport(e, 1.0 / e, Double.NaN, Double.NaN, Double.NaN), epochs);
        }
        return new CentroidModel(train.task(), train.features(), groups, sums);
    }

    private static void add(Examples part, int width, double[] sums, double[] weights) {
        for (int i = 0; i < part.size(); i++) {
            int group = part.task() == Task.REGRESSION ? 0 : part.label()[i];
            weights[group] += part.weight()[i];
            for (int f = 0; f < width; f++) {
                double value = part.task() == Task.REGRESSION ? part.target()[i] : part.x()[i * width + f];
                sums[group * width + f] += part.weight()[i] * value;
            }
        }
    }
}

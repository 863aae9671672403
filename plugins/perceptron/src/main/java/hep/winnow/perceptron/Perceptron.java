package hep.winnow.perceptron;

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

/**
 * Rosenblatt's perceptron (Psychological Review 65, 1958): an event x of class y = ±1 and training weight u that lies on the wrong side, y·(w·x + b) ≤ 0, moves w by
 * rate·u·y·x and b by rate·u·y. An event of negative weight pushes the other way. It starts from zeros, so that the rate only sets the length of w, and sees the events in a new
 * order in each epoch.
 */
@Verb(
        value = "train",
        kind = "perceptron",
        doc =
                "Trains a perceptron: a straight border between two classes, by Rosenblatt's rule. The score is the signed"
                        + " distance from the border in the scaled inputs, above 0 on the side of the signal.",
        examples = {
            "train p = perceptron on lin vars=[x, y]",
            "train p = perceptron on presel vars=[mll, dphi, met] variant=averaged epochs=20"
        },
        alsoKnownAs = {"rosenblatt"})
public record Perceptron(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc =
                        "which weights become the model: the last (rosenblatt), the mean of all (averaged), or those with the least"
                                + " training error (pocket)",
                value = "rosenblatt")
        Variant variant,

        @Option(
                doc = "greatest number of passes over the train part; it stops earlier after a pass without a mistake",
                value = "100",
                min = 1,
                alsoKnownAs = {"NCycles", "max_iter", "n_iter", "iterations"})
        int epochs,

        @Option(
                doc = "factor of each correction",
                value = "1",
                min = 0,
                aboveMin = true,
                alsoKnownAs = {"learning_rate", "LearningRate", "eta0", "eta"})
        double rate)
        implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task == Task.BINARY;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return new Trainer(this, train, valid, context).run();
    }
}

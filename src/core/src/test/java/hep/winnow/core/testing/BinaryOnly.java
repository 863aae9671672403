package hep.winnow.core.testing;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;

/** A learner of two classes alone. */
@Verb(value = "train", kind = "binary", doc = "Parts two classes.")
public record BinaryOnly(
        @Named(doc = "the model") String name, @Inline TrainingOptions training) implements TrainStep {
    @Override
    public boolean supports(Task task) {
        return task == Task.BINARY;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return new Centroid(name, training, 1).train(train, valid, context);
    }
}

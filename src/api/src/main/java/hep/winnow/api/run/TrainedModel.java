package hep.winnow.api.run;

import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Scope;
import java.util.List;
import java.util.Optional;

/**
 * A model that this run trained or loaded, with what is known of its making.
 *
 * @param name in the macro
 * @param learner kind of its learner
 * @param task what it learnt
 * @param classes names of the classes, in the order of its outputs; background and signal for a binary task; empty for a regression and an unsupervised task
 * @param inputs names of its inputs
 * @param score the model as an expression, for {@link StepContext#table}; of several targets the output of the first
 * @param threshold score that parts the classes where none is chosen
 * @param targets what a regression predicts, in the order of its outputs; empty for all else
 * @param trainScope the events that trained it; empty for a loaded model
 * @param validScope the events that it was validated on
 * @param testScope the events kept from it
 * @param history how training went
 */
public record TrainedModel(
        String name,
        String learner,
        Task task,
        List<String> classes,
        List<String> inputs,
        EventExpression score,
        double threshold,
        List<EventExpression> targets,
        Optional<Scope> trainScope,
        Optional<Scope> validScope,
        Optional<Scope> testScope,
        History history) {
    public TrainedModel {
        classes = List.copyOf(classes);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /** Returns the first target; empty for all but a regression, and for a loaded model. */
    public Optional<EventExpression> target() {
        return targets.stream().findFirst();
    }
}

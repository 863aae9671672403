package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model on the events that trained it and on others. */
interface Watch {
    /** Returns what that says of overtraining. */
    Evidence evidence();

    /** Returns the responses on both parts. */
    Figure response(Verdict verdict);

    /**
     * The two parts that are compared.
     *
     * @param train the events that trained the model
     * @param other the events that did not
     * @param name of the other part: {@code test} or {@code valid}
     * @param spare the valid part where it stands beside a test part and did not choose the epoch of the model: its events are as new to the model as those of the test part
     */
    record Parts(Scope train, Scope other, String name, Optional<Scope> spare) {
        static Parts of(TrainedModel model) {
            Scope train = model.trainScope()
                    .orElseThrow(() -> UserError.macro(
                            "the events that trained '" + model.name() + "' are not known in this run",
                            "monitor works on models that the macro trains itself"));
            if (model.testScope().isPresent()) {
                boolean isStopped = model.history().isRestored();
                return new Parts(
                        train,
                        model.testScope().get(),
                        "test",
                        model.validScope().filter(valid -> !isStopped));
            }
            Scope valid = model.validScope()
                    .orElseThrow(() -> UserError.macro(
                            "there are no events beside those that trained '" + model.name() + "'",
                            "split its events: split " + train.text() + " into train=50% test=50%"));
            return new Parts(train, valid, "valid", Optional.empty());
        }
    }

    /** Returns the name of what is watched: the model, or one of its outputs where it has several targets. */
    String name();

    /** Returns how a model does; one with several targets is watched for each of them. */
    static List<Watch> of(ModelRef ref, TrainedModel model, Monitor step, StepContext context) {
        Parts parts = Parts.of(model);
        return switch (model.task()) {
            case BINARY -> List.of(BinaryWatch.of(ref, model, parts, step, context));
            case MULTICLASS -> List.of(ClassesWatch.of(ref, model, parts, step, context));
            case UNSUPERVISED -> List.of(UnsupervisedWatch.of(model, parts, step, context));
            case REGRESSION -> {
                List<EventExpression> outputs =
                        model.targets().size() == 1 ? List.of(model.score()) : context.outputs(ref);
                yield IntStream.range(0, model.targets().size())
                        .mapToObj(k -> new RegressionWatch.Target(
                                outputs.get(k), model.targets().get(k)))
                        .<Watch>map(target -> RegressionWatch.of(model, target, parts, step, context))
                        .toList();
            }
        };
    }
}

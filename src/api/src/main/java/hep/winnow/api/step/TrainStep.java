package hep.winnow.api.step;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A step that fits a model: {@code train NAME = kind on EVENTS …}. It is handed the train and valid parts and nothing else, as numbers that are
 * finished: missing values filled, inputs transformed, weights balanced, all fitted on the train part alone. What it returns sees inputs
 * in the same state, so that a learner need not know of any of it.
 */
public non-sealed interface TrainStep extends Step {
    /** Returns the options that all learners share. */
    TrainingOptions training();

    /** Tells whether it can learn this kind of task. */
    boolean supports(Task task);

    /** Tells whether a regression of it can have several targets; {@link Examples#targets()} tells how many. */
    default boolean supportsSeveralTargets() {
        return false;
    }

    /**
     * Tells whether it learns from the inputs alone: then samples need no classes, {@code target=} is refused, and the task is {@link Task#UNSUPERVISED}.
     * {@link #supports} is not asked.
     */
    default boolean isUnsupervised() {
        return false;
    }

    /**
     * Returns the names of what its model tells of an event besides its main outputs, such as {@code spread}: a macro reads {@code NAME.spread} like a column. Asked while
     * the macro is checked, so that it may depend on the options alone. Each name is an identifier and stands once; the model has these outputs behind the main
     * ones, in this order.
     */
    default List<String> furtherOutputs() {
        return List.of();
    }

    /** Tells whether its model is a {@link hep.winnow.api.learn.GenerativeModel}, so that {@code generate} can draw samples from it. */
    default boolean isGenerative() {
        return false;
    }

    /**
     * Returns the model that training begins with, if the macro names one. Its fills, transforms and scales are taken over, so that its inputs mean the same; the model itself is {@link TrainingContext#warm()}.
     */
    default Optional<ModelRef> warm() {
        return Optional.empty();
    }

    /**
     * Returns expressions that training looks at though they are no inputs, such as a mass that the score shall know nothing of; they must be among the step's own components. Their values come
     * in {@link Examples#spectator}, in this order, and must be finite. The model never sees them.
     */
    default List<EventExpression> spectators() {
        return List.of();
    }

    /**
     * Tells whether it can learn from examples that do not lie in memory ({@link Examples#isInMemory()}): then it asks for them in parts. One that cannot is never handed such: where events do
     * not fit into what the run lets them take of the memory, the user is told how much it would need.
     */
    default boolean takesStored() {
        return false;
    }

    /** Returns how inputs are scaled where the macro does not say: {@link Scale#STANDARD} for most. */
    default Scale defaultScale() {
        return Scale.STANDARD;
    }

    /**
     * Returns what a training is expected to take in memory for the model itself, in bytes: its parameters, a gradient of them, what a solver keeps of each. What it takes for events and for threads does not count. Asked by {@code winnow explain},
     * before an event is read.
     *
     * @param inputs at least 1
     * @param outputs 1 for two classes, the number of classes if there are more, the number of targets for a regression, 0 without classes
     * @return empty if that cannot be told before events are read
     */
    default OptionalLong modelBytes(int inputs, int outputs) {
        return OptionalLong.empty();
    }

    /** Told when a run begins, before an event is read: a learner may begin in the background what takes long, such as to load a library. Returns at once. */
    default void prepare() {}

    /**
     * Fits a model.
     *
     * @param train at least one event, and for a classification at least one of each class
     * @param valid may be empty: then nothing can be stopped early
     * @param context random numbers, threads, and where progress goes
     */
    Model train(Examples train, Examples valid, TrainingContext context);
}

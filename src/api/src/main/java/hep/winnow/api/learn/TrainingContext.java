package hep.winnow.api.learn;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Scratch;
import hep.winnow.api.run.Workers;
import java.util.List;
import java.util.Optional;

/** What a learner may use besides its examples. */
public interface TrainingContext {
    /** Returns the name of the model, as the macro declares it. */
    String name();

    /** Returns the names of the inputs as the learner sees them: behind a transform to principal components {@code pc1}, {@code pc2} and so on. */
    List<String> inputs();

    /** Returns the stream of random numbers of this model; take one {@link RandomStream#stream} per use. */
    RandomStream random();

    /** Returns the run's threads. */
    Workers workers();

    /** Tells of a finished epoch out of at most {@code epochs}: shown live, kept in the history, drawn by {@code monitor}. */
    void epoch(EpochReport report, int epochs);

    /** Tells which epoch the returned model stands for; 0 if epochs mean nothing to it. */
    void bestEpoch(int epoch);

    /** Returns the model that {@link hep.winnow.api.step.TrainStep#warm()} names; its inputs are those of this training. */
    default Optional<Model> warm() {
        return Optional.empty();
    }

    /** Returns where it may keep how far it got, for {@code winnow run --resume}. */
    default Checkpoints checkpoints() {
        return Checkpoints.none();
    }

    /** Returns what it may hold in memory of the events, and where temporary files go. */
    default Scratch scratch() {
        return Scratch.ofSystem();
    }

    /** Tells the user something of the training: printed, and shown in the report. */
    default void print(String text) {}

    /** Warns the user; the warning is printed and kept in {@code run.json}. */
    void warn(String message);

    /**
     * Tells whether the user asked to end this training and keep what it found: asked after each epoch, it is answered by ending as if patience had run out.
     */
    default boolean isStopWanted() {
        return false;
    }

    /** Throws if the user asked to stop; call it once per batch or so. */
    void checkInterrupted();
}

package hep.winnow.api.run;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a step may ask of its run, and where it leaves what it found. */
public interface StepContext {
    /**
     * Returns the events of a scope with the values of some expressions. Both must be among the step's own components, or come from
     * {@link #model}. Events are in the order of the samples in the macro, then of their rows. Evaluated on the run's threads. The table must fit into what the run lets
     * events take of the memory, together with others of the statement: else it is refused, and the user is told how much it would need.
     */
    EventTable table(Scope scope, List<EventExpression> columns);

    /**
     * Hands the same events to {@code blocks}, one block after the other, in order: however many they are, few are in memory at once. A context that is not a run's may hand over all of them as one
     * block.
     */
    default void forEachBlock(Scope scope, List<EventExpression> columns, Consumer<EventTable> blocks) {
        blocks.accept(table(scope, columns));
    }

    /** Returns the names of the classes of this run; {@code ["background", "signal"]} where samples have roles. */
    List<String> classes();

    /** Returns the names of the samples, in the order of {@link EventTable#sampleIndex()}. */
    List<String> samples();

    /**
     * Returns what was left out of a sample as it was read, in the order in which it was asked; empty if the macro asked for nothing of the kind. What a table holds is what is left.
     *
     * @param sample index among {@link #samples()}, of one that has been read
     */
    default List<LeftOut> leftOut(int sample) {
        return List.of();
    }

    /** Returns how many events of a sample are used, of one that has been read; 0 in a context that is not a run's. */
    default long events(int sample) {
        return 0;
    }

    /** Returns the model of that name, which must be trained by now. */
    TrainedModel model(ModelRef model);

    /**
     * Returns the inputs of a model as expressions for {@link #table}, in the model's order. Their values are those of the events: missing ones are NaN, and nothing is
     * scaled.
     */
    List<EventExpression> inputs(ModelRef model);

    /**
     * Returns the main outputs of a model as expressions for {@link #table}: the score alone for a binary task, a regression and an unsupervised task, one per class,
     * in the order of {@link TrainedModel#classes()}, for several classes, one per target, in the order of {@link TrainedModel#targets()}, for several targets.
     */
    List<EventExpression> outputs(ModelRef model);

    /** Returns what a model tells of an event besides its main outputs, as expressions for {@link #table}: those that its learner named. */
    default List<EventExpression> furtherOutputs(ModelRef model) {
        return List.of();
    }

    /**
     * Scores points that are no events, such as the nodes of a grid.
     *
     * @param model trained by now
     * @param inputs one array per input of the model, in its order, as a macro would have them: the model fills what is NaN and scales
     * @param n number of points; only the first {@code n} values of each array count
     * @return main outputs, point by point ({@code n} x the size of {@link #outputs})
     */
    double[] score(ModelRef model, double[][] inputs, int n);

    /**
     * Returns the sums of weights of a scope by sample and class, in this order; none for a sample or class without events. For a scope that {@link hep.winnow.api.function.Measure#summed} names no
     * event is kept.
     */
    default List<WeightSum> sums(Scope scope) {
        throw new UnsupportedOperationException("nothing can be summed here");
    }

    /**
     * Returns, per class ({@link #classes()}), the factor from the yield of a part to the yield of the whole region that was split; {@link PartScale#ONE} for a
     * scope that is no part. Data is never scaled.
     */
    List<PartScale> partScales(Scope scope);

    /** Returns the integrated luminosity of {@code set lumi=} in 1/pb, or NaN if none is set. */
    double luminosity();

    /** Returns a stream of random numbers of this statement. */
    RandomStream random();

    /** Returns the run's threads. */
    Workers workers();

    /** Returns what it may hold in memory of the events, and where temporary files go. */
    default Scratch scratch() {
        return Scratch.ofSystem();
    }

    /** Returns the name that the statement declares; empty if it has none. */
    String name();

    /** Prints text for the user, on the terminal and in the report; it may have several lines. */
    void print(String text);

    /** Warns the user: printed, and kept in {@code run.json} and the report. */
    void warn(String message);

    /** Adds an object to the statements of {@code run.json}; {@code verb}, {@code line} and {@code name} are put before it. */
    void result(Facts facts);

    /** As {@link #result(Facts)}, for the object that {@code name} names. */
    void result(String name, Facts facts);

    /** Sets a number that {@code NAME.field} gives; the field is one of {@link hep.winnow.api.step.Verb#fields()}. */
    void field(String field, double value);

    /**
     * Draws figures to a file of the out folder, the format told by its ending, and shows them in the report. Without a plugin that draws, the user is warned once and
     * the file is left out.
     */
    void figure(OutputFile file, Sheet sheet);

    /**
     * Returns a sheet drawn in a format such as {@code svg}; empty if no plugin draws that format. Nothing is written or kept.
     */
    java.util.Optional<byte[]> render(Sheet sheet, String format);

    /** Shows figures in the report without a file of their own. */
    void figure(Sheet sheet);

    /**
     * Writes a file of the out folder whole or not at all: {@code writer} is handed a temporary path, which is then moved into place.
     */
    void write(OutputFile file, FileWriter writer);

    /**
     * Begins a file of the out folder that is written piece by piece: under a temporary name, until it is committed. A context that is not a run's may not know how.
     */
    default PendingFile begin(OutputFile file) {
        throw new UnsupportedOperationException("no file can be begun here: " + file.name());
    }

    /**
     * Returns where what this run writes comes from, for the metadata of files: {@code winnow.version}, {@code winnow.macro}, {@code winnow.macro_sha256} and {@code winnow.seed}. A context
     * that is not a run's may know nothing.
     */
    default Map<String, String> provenance() {
        return Map.of();
    }

    /** Writes a file. */
    @FunctionalInterface
    interface FileWriter {
        /** Writes to {@code path}, which does not exist yet. */
        void write(Path path) throws java.io.IOException;
    }
}

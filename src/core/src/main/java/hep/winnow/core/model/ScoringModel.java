package hep.winnow.core.model;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A model to score with outside of a run: it fills, transforms and scales as in the run, and gives the same bits. Immutable, and safe for several threads.
 */
public final class ScoringModel {
    private final String name;
    private final Pipeline pipeline;
    private final List<String> classes;
    private final int mainOutputs;

    /**
     * Makes one.
     *
     * @param name that the macro gives it
     * @param pipeline all that it does
     * @param classes of its main outputs; empty where nothing is classified
     * @param mainOutputs how many there are
     */
    public ScoringModel(String name, Pipeline pipeline, List<String> classes, int mainOutputs) {
        this.name = name;
        this.pipeline = pipeline;
        this.classes = List.copyOf(classes);
        this.mainOutputs = mainOutputs;
    }

    /** Returns the name that the macro gives it. */
    public String name() {
        return name;
    }

    /** Returns the names of the inputs, in the order in which {@link #score(double...)} takes their values. */
    public List<String> inputs() {
        return pipeline.inputs();
    }

    /** Returns the names of the classes; empty where nothing is classified. */
    public List<String> classes() {
        return classes;
    }

    /** Returns how many numbers {@link #scores(double[])} gives for each event: the main outputs, and what else the model tells of an event behind them. */
    public int outputs() {
        return pipeline.model().outputs();
    }

    /** Returns how many of the outputs are main ones: 1, or one per class where there are several, or one per target. */
    public int mainOutputs() {
        return mainOutputs;
    }

    /**
     * Scores an event.
     *
     * @param event a value per input; NaN for a missing one, which is filled as in training, or else makes the score NaN
     * @return its first output: the score of a classification of two classes, the prediction of a regression
     * @throws IllegalArgumentException unless there is one value per input
     */
    public double score(double... event) {
        checkWidth(event.length);
        return scores(event)[0];
    }

    /** As {@link #score(double...)}, of floats. */
    public double score(float... event) {
        checkWidth(event.length);
        return scores(event)[0];
    }

    private void checkWidth(int found) {
        if (found != inputs().size()) {
            throw new IllegalArgumentException("model '" + name + "' takes the " + inputs().size() + " inputs "
                    + inputs() + ", found " + found + " values");
        }
    }

    /**
     * Scores events.
     *
     * @param events event by event, a value per input (n x {@link #inputs()})
     * @return event by event, all outputs (n x {@link #outputs()})
     * @throws IllegalArgumentException unless they are whole events
     */
    public double[] scores(double[] events) {
        return scores(events.length, i -> events[i]);
    }

    /** As {@link #scores(double[])}, of floats. */
    public double[] scores(float[] events) {
        return scores(events.length, i -> events[i]);
    }

    private double[] scores(int length, IntToDoubleFunction value) {
        int width = inputs().size();
        if (length % width != 0) {
            throw new IllegalArgumentException(
                    "model '" + name + "' takes " + width + " values an event, found " + length + " in all");
        }
        int n = length / width;
        double[][] values = new double[width][n];
        for (int i = 0; i < length; i++) {
            values[i % width][i / width] = value.applyAsDouble(i);
        }
        double[][] out = new double[outputs()][n];
        pipeline.score(values, n, out);
        double[] flat = new double[n * out.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = out[i % out.length][i / out.length];
        }
        return flat;
    }
}

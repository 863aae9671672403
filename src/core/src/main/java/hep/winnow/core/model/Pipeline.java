package hep.winnow.core.model;

import hep.winnow.api.event.Column;
import hep.winnow.api.learn.Model;
import hep.winnow.api.run.Workers;
import hep.winnow.core.model.transform.FittedTransform;
import java.util.List;

/**
 * A model with what its inputs go through first: a missing value is filled, the transforms follow, and x becomes (x - shift) * factor in double and then a float. Immutable, and safe
 * for several threads.
 */
public final class Pipeline {
    private final List<String> inputs;
    private final Preparation preparation;
    private final Model model;

    /**
     * Makes a pipeline without transforms; the arrays hold one value per input.
     *
     * @param inputs names of the inputs
     * @param fill what stands in for a missing value; NaN for nothing, and then the score is NaN
     * @param shift subtracted
     * @param factor multiplied with
     * @param model the learner's own
     */
    public Pipeline(List<String> inputs, double[] fill, double[] shift, double[] factor, Model model) {
        this(inputs, new Preparation(fill.clone(), List.of(), shift.clone(), factor.clone()), model);
    }

    Pipeline(List<String> inputs, Preparation preparation, Model model) {
        if (preparation.inputs() != inputs.size() || model.inputs() != preparation.features()) {
            throw new IllegalArgumentException("a model of " + model.inputs() + " inputs was given "
                    + preparation.features() + " features made of " + preparation.inputs() + " inputs, and "
                    + inputs.size() + " names");
        }
        this.inputs = List.copyOf(inputs);
        this.preparation = preparation;
        this.model = model;
    }

    Preparation preparation() {
        return preparation;
    }

    /** Returns the names of the inputs. */
    public List<String> inputs() {
        return inputs;
    }

    /** Returns what stands in for missing values; NaN for nothing. */
    public double[] fill() {
        return preparation.fill().clone();
    }

    /** Returns the transforms, in order. */
    public List<FittedTransform> transforms() {
        return preparation.transforms();
    }

    /** Returns what is subtracted from each input, or from what the last transform makes. */
    public double[] shift() {
        return preparation.shift().clone();
    }

    /** Returns what it is multiplied with. */
    public double[] factor() {
        return preparation.factor().clone();
    }

    /** Returns the learner's own model. */
    public Model model() {
        return model;
    }

    /**
     * Scores events.
     *
     * @param values one array per input
     * @param n number of events; only the first {@code n} values count
     * @param out one array per output, written; NaN for an event with an input that is missing and not filled, or not finite as a float
     */
    public void score(double[][] values, int n, double[][] out) {
        score(Preparation.columns(values), n, out);
    }

    /** As {@link #score(double[][], int, double[][])}, of columns of any numbers. */
    public void score(List<Column> columns, int n, double[][] out) {
        if (columns.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    "the model has " + inputs.size() + " inputs " + inputs + ", found " + columns.size() + " columns");
        }
        float[] x = new float[n * preparation.features()];
        boolean[] isMissing = preparation.prepare(columns, n, x, Workers.sequential());
        int outputs = model.outputs();
        double[] flat = new double[n * outputs];
        model.score(x, n, flat);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < outputs; k++) {
                out[k][i] = isMissing[i] ? Double.NaN : flat[i * outputs + k];
            }
        }
    }

    /**
     * Returns the inputs that a learner's numbers stand for: scale and transforms undone, as far as they can be.
     *
     * @param x event by event, as the model takes them
     * @param n number of events
     * @return one array per input
     */
    public double[][] restore(float[] x, int n) {
        return preparation.restore(x, n);
    }
}

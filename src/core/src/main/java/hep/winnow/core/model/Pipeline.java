package hep.winnow.core.model;

import hep.winnow.api.event.Column;
import hep.winnow.api.learn.Model;
import hep.winnow.api.run.Workers;
import hep.winnow.core.model.transform.FittedTransform;
import java.util.Arrays;
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

    /** Returns a model of another program, which takes its inputs as they are. */
    static Pipeline of(List<String> inputs, ImportedModel model) {
        int n = inputs.size();
        double[] fill = new double[n];
        double[] factor = new double[n];
        Arrays.fill(fill, Double.NaN);
        Arrays.fill(factor, 1);
        return new Pipeline(inputs, fill, new double[n], factor, model);
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
        if (model instanceof ImportedModel imported) {
            scoreAsTheyAre(imported, columns, n, out);
            return;
        }
        float[] x = new float[n * preparation.features()];
        boolean[] isMissing = preparation.prepare(columns, n, x, Workers.sequential());
        double[] flat = new double[n * model.outputs()];
        model.score(x, n, flat);
        write(flat, isMissing, n, out);
    }

    /** Tells whether the model has a rule of its own for missing inputs, as trees of XGBoost have: then it is handed them as they are. */
    public boolean takesMissing() {
        return model instanceof ImportedModel imported && imported.takesMissing();
    }

    /** A model of another program is handed doubles, and those that are missing only if it knows what to do with them. */
    private void scoreAsTheyAre(ImportedModel imported, List<Column> columns, int n, double[][] out) {
        int width = inputs.size();
        double[] x = new double[n * width];
        boolean[] isMissing = new boolean[n];
        for (int f = 0; f < width; f++) {
            Column column = columns.get(f);
            for (int i = 0; i < n; i++) {
                x[i * width + f] = column.number(i);
                isMissing[i] |= !imported.takesMissing() && !Double.isFinite(x[i * width + f]);
            }
        }
        for (int i = 0; i < n; i++) {
            if (isMissing[i]) {
                Arrays.fill(x, i * width, (i + 1) * width, 0);
            }
        }
        double[] flat = new double[n * imported.outputs()];
        imported.score(x, n, flat);
        write(flat, isMissing, n, out);
    }

    private static void write(double[] flat, boolean[] isMissing, int n, double[][] out) {
        for (int k = 0; k < out.length; k++) {
            for (int i = 0; i < n; i++) {
                out[k][i] = isMissing[i] ? Double.NaN : flat[i * out.length + k];
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

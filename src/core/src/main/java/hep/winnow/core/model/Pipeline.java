package hep.winnow.core.model;

import hep.winnow.api.learn.Model;
import java.util.List;

/**
 * A model with what its inputs go through first: x becomes (x - shift) * factor in double, after a missing value has been filled, and then a float. Immutable, and safe
 * for several threads.
 */
public final class Pipeline {
    private final List<String> inputs;
    private final double[] fill;
    private final double[] shift;
    private final double[] factor;
    private final Model model;

    /**
     * Makes a pipeline; the arrays hold one value per input.
     *
     * @param inputs names of the inputs
     * @param fill what stands in for a missing value; NaN for nothing, and then the score is NaN
     * @param shift subtracted
     * @param factor multiplied with
     * @param model the learner's own
     */
    public Pipeline(List<String> inputs, double[] fill, double[] shift, double[] factor, Model model) {
        if (fill.length != inputs.size()
                || shift.length != inputs.size()
                || factor.length != inputs.size()
                || model.inputs() != inputs.size()) {
            throw new IllegalArgumentException("a model of " + model.inputs() + " inputs was given " + inputs.size()
                    + " names, " + fill.length + " fills and " + shift.length + " scales");
        }
        this.inputs = List.copyOf(inputs);
        this.fill = fill.clone();
        this.shift = shift.clone();
        this.factor = factor.clone();
        this.model = model;
    }

    /** Returns the names of the inputs. */
    public List<String> inputs() {
        return inputs;
    }

    /** Returns what stands in for missing values; NaN for nothing. */
    public double[] fill() {
        return fill.clone();
    }

    /** Returns what is subtracted from each input. */
    public double[] shift() {
        return shift.clone();
    }

    /** Returns what each input is multiplied with. */
    public double[] factor() {
        return factor.clone();
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
        if (values.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "the model has " + inputs.size() + " inputs " + inputs + ", found " + values.length + " columns");
        }
        float[] x = new float[n * inputs.size()];
        boolean[] isMissing = transform(values, n, fill, shift, factor, x);
        int outputs = model.outputs();
        double[] flat = new double[n * outputs];
        model.score(x, n, flat);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < outputs; k++) {
                out[k][i] = isMissing[i] ? Double.NaN : flat[i * outputs + k];
            }
        }
    }

    /** Writes inputs row by row; tells which events lack one that is not filled, whose inputs are then 0. */
    static boolean[] transform(double[][] values, int n, double[] fill, double[] shift, double[] factor, float[] x) {
        int features = values.length;
        boolean[] isMissing = new boolean[n];
        for (int f = 0; f < features; f++) {
            for (int i = 0; i < n; i++) {
                double v = Double.isNaN(values[f][i]) ? fill[f] : values[f][i];
                float scaled = (float) ((v - shift[f]) * factor[f]);
                if (Float.isNaN(scaled) || Float.isInfinite(scaled)) {
                    isMissing[i] = true;
                }
                x[i * features + f] = scaled;
            }
        }
        for (int i = 0; i < n; i++) {
            if (isMissing[i]) {
                java.util.Arrays.fill(x, i * features, (i + 1) * features, 0f);
            }
        }
        return isMissing;
    }
}

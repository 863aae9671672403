package hep.winnow.core.model;

import hep.winnow.api.event.Column;
import hep.winnow.api.run.Workers;
import hep.winnow.core.model.transform.FittedTransform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What inputs go through before they reach a learner's model: missing values are filled, then the transforms come one after the other, all in double; what they make becomes (x − shift) · factor
 * and then a float. Immutable, and safe for several threads.
 *
 * @param fill what stands in for a missing value, one per input; NaN for nothing
 * @param transforms in order
 * @param shift subtracted from what the last transform makes, one per feature
 * @param factor multiplied with, one per feature
 */
record Preparation(double[] fill, List<FittedTransform> transforms, double[] shift, double[] factor) {
    /** Events are prepared in blocks of this size: their columns stay in the cache. */
    private static final int BLOCK = 512;

    Preparation {
        transforms = List.copyOf(transforms);
        int width = fill.length;
        for (FittedTransform transform : transforms) {
            if (transform.inputs() != width) {
                throw new IllegalArgumentException("the transform " + transform.word() + " takes " + transform.inputs()
                        + " columns, found " + width);
            }
            width = transform.outputs();
        }
        if (shift.length != width || factor.length != width) {
            throw new IllegalArgumentException(
                    width + " features were given " + shift.length + " shifts and " + factor.length + " factors");
        }
    }

    /** Returns the number of inputs. */
    int inputs() {
        return fill.length;
    }

    /** Returns the number of features: what a learner sees of an event. */
    int features() {
        return shift.length;
    }

    /**
     * Writes what a learner sees.
     *
     * @param columns one per input, NaN where a value is missing
     * @param n number of events; only the first {@code n} values of each column count
     * @param x features, event by event (n x {@link #features()}), written
     * @param workers blocks of events are shared among its threads
     * @return which events lack an input that is not filled, or hold a number that is not finite; their features are 0
     */
    boolean[] prepare(List<Column> columns, int n, float[] x, Workers workers) {
        boolean[] isMissing = new boolean[n];
        workers.forEach((n + BLOCK - 1) / BLOCK, b -> {
            int from = b * BLOCK;
            prepare(columns, from, Math.min(n, from + BLOCK), x, isMissing);
        });
        return isMissing;
    }

    private void prepare(List<Column> columns, int from, int to, float[] x, boolean[] isMissing) {
        int n = to - from;
        if (transforms.isEmpty()) {
            double[] values = new double[n];
            for (int f = 0; f < fill.length; f++) {
                read(columns.get(f), f, from, values, isMissing);
                write(values, f, from, x, isMissing);
            }
        } else {
            double[][] values = new double[fill.length][n];
            for (int f = 0; f < fill.length; f++) {
                read(columns.get(f), f, from, values[f], isMissing);
            }
            for (FittedTransform transform : transforms) {
                values = transform.apply(values, n);
            }
            for (int f = 0; f < shift.length; f++) {
                write(values[f], f, from, x, isMissing);
            }
        }
        for (int i = from; i < to; i++) {
            if (isMissing[i]) {
                Arrays.fill(x, i * shift.length, (i + 1) * shift.length, 0f);
            }
        }
    }

    /** Reads an input, filled. */
    private void read(Column column, int f, int from, double[] values, boolean[] isMissing) {
        if (column instanceof Column.Floats floats) {
            for (int i = 0; i < values.length; i++) {
                values[i] = floats.values()[from + i];
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = column.number(from + i);
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? fill[f] : values[i];
            if (!Double.isFinite(values[i])) {
                isMissing[from + i] = true;
            }
        }
    }

    private void write(double[] values, int f, int from, float[] x, boolean[] isMissing) {
        for (int i = 0; i < values.length; i++) {
            float scaled = (float) ((values[i] - shift[f]) * factor[f]);
            if (!Float.isFinite(scaled)) {
                isMissing[from + i] = true;
            }
            x[(from + i) * shift.length + f] = scaled;
        }
    }

    /** Returns the inputs that features stand for (inputs x n): scale and transforms undone. */
    double[][] restore(float[] x, int n) {
        double[][] values = new double[shift.length][n];
        for (int f = 0; f < shift.length; f++) {
            for (int i = 0; i < n; i++) {
                values[f][i] = x[i * shift.length + f] / factor[f] + shift[f];
            }
        }
        for (int t = transforms.size() - 1; t >= 0; t--) {
            values = transforms.get(t).invert(values, n);
        }
        return values;
    }

    /** Returns the names of the features, for inputs of these names. */
    List<String> featureNames(List<String> inputs) {
        List<String> names = inputs;
        for (FittedTransform transform : transforms) {
            if (transform.word().equals("pca")) {
                names = IntStream.rangeClosed(1, transform.outputs())
                        .mapToObj(k -> "pc" + k)
                        .toList();
            }
        }
        return names;
    }

    static List<Column> columns(double[][] values) {
        return Arrays.stream(values).<Column>map(Column.Doubles::new).toList();
    }
}

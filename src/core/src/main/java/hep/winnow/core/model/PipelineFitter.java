package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
import hep.winnow.kernels.stat.ScoreOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds fills and scales on the train part, and on nothing else.
 *
 * <p>Statistics are weighted by the absolute value of the weight: with signed weights a median is not defined and a variance may be negative, while what is wanted here is only where the inputs
 * lie and how wide they spread.
 */
public final class PipelineFitter {
    private final List<String> inputs;
    private final List<FillRule> fills;
    private final Scale scale;

    /** Makes a fitter for inputs, each with its rule for missing values. */
    public PipelineFitter(List<String> inputs, List<FillRule> fills, Scale scale) {
        this.inputs = List.copyOf(inputs);
        this.fills = List.copyOf(fills);
        this.scale = scale;
    }

    /** Fills and scales that have been found. */
    public final class Fitted {
        private final double[] fill;
        private final double[] shift;
        private final double[] factor;

        private Fitted(double[] fill, double[] shift, double[] factor) {
            this.fill = fill;
            this.shift = shift;
            this.factor = factor;
        }

        /** Returns the inputs of {@code n} events as a learner sees them, row by row; a missing value without a fill is an error. */
        public float[] transform(double[][] values, int n) {
            float[] x = new float[n * values.length];
            boolean[] isMissing = Pipeline.transform(values, n, fill, shift, factor, x);
            for (boolean missing : isMissing) {
                if (missing) {
                    throw missing(values, n);
                }
            }
            return x;
        }

        /** Returns the pipeline of a model that was trained on transformed inputs. */
        public Pipeline pipeline(Model model) {
            return new Pipeline(inputs, fill, shift, factor, model);
        }

        private UserError missing(double[][] values, int n) {
            for (int f = 0; f < values.length; f++) {
                double[] column = values[f];
                double instead = fill[f];
                long count = IntStream.range(0, n)
                        .filter(i -> !Double.isFinite(Double.isNaN(column[i]) ? instead : column[i]))
                        .count();
                if (count > 0) {
                    return UserError.data(
                            "input '" + inputs.get(f) + "' is missing or infinite in " + count + " of " + n + " events",
                            "say what a learner gets instead, 'missing [" + inputs.get(f)
                                    + "] fill=median', or cut such events away");
                }
            }
            return UserError.data("an input is too large for a float", "scale it, or cut such events away");
        }
    }

    /**
     * Fits to the train part.
     *
     * @param values one array per input, NaN where it is missing
     * @param weight one per event; its absolute value counts
     * @param n number of events, at least 1
     */
    public Fitted fit(double[][] values, double[] weight, int n) {
        double[] fill = new double[inputs.size()];
        double[] shift = new double[inputs.size()];
        double[] factor = new double[inputs.size()];
        for (int f = 0; f < inputs.size(); f++) {
            fill[f] = fill(f, values[f], weight, n);
            double[] filled = new double[n];
            for (int i = 0; i < n; i++) {
                filled[i] = Double.isNaN(values[f][i]) ? fill[f] : values[f][i];
            }
            double[] scaled = scale(filled, weight, n);
            shift[f] = scaled[0];
            factor[f] = scaled[1];
        }
        return new Fitted(fill, shift, factor);
    }

    private double fill(int f, double[] values, double[] weight, int n) {
        FillRule rule = fills.get(f);
        double found = switch (rule.kind()) {
            case NONE -> Double.NaN;
            case VALUE -> rule.value();
            case MEAN -> mean(values, weight, n);
            case MEDIAN -> median(values, weight, n);
        };
        if (Double.isNaN(found) && rule.kind() != FillRule.Kind.NONE) {
            throw UserError.data(
                    "input '" + inputs.get(f) + "' is missing in all train events, so it has no "
                            + rule.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "leave it out of vars, or fill it with a number");
        }
        return found;
    }

    private static double mean(double[] values, double[] weight, int n) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(values[i])) {
                sum += Math.abs(weight[i]) * values[i];
                total += Math.abs(weight[i]);
            }
        }
        return sum / total;
    }

    /** Returns the smallest value at which half of the total weight is reached. */
    private static double median(double[] values, double[] weight, int n) {
        int[] order = ScoreOrder.rising(Arrays.copyOf(values, n));
        int there = n;
        while (there > 0 && Double.isNaN(values[order[there - 1]])) {
            there--;
        }
        double total = 0;
        for (int i = 0; i < there; i++) {
            total += Math.abs(weight[order[i]]);
        }
        double reached = 0;
        for (int i = 0; i < there; i++) {
            reached += Math.abs(weight[order[i]]);
            if (reached >= total / 2) {
                return values[order[i]];
            }
        }
        return Double.NaN;
    }

    /** Returns shift and factor. */
    private double[] scale(double[] x, double[] weight, int n) {
        return switch (scale) {
            case NONE -> new double[] {0, 1};
            case STANDARD -> standard(x, weight, n);
            case MINMAX -> minmax(x, n);
        };
    }

    private static double[] standard(double[] x, double[] weight, int n) {
        double mean = mean(x, weight, n);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double d = x[i] - mean;
            sum += Math.abs(weight[i]) * d * d;
            total += Math.abs(weight[i]);
        }
        double sd = Math.sqrt(sum / total);
        boolean isConstant = !(sd > 1e-12 * Math.abs(mean)) || sd == 0;
        return finite(mean, isConstant ? 1 : 1 / sd);
    }

    private static double[] minmax(double[] x, int n) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        return finite(low, high > low ? 1 / (high - low) : 1);
    }

    /** Values that are missing or infinite leave no scale; they are complained about when the inputs are transformed. */
    private static double[] finite(double shift, double factor) {
        return Double.isFinite(shift) && Double.isFinite(factor) ? new double[] {shift, factor} : new double[] {0, 1};
    }
}

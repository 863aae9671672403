package hep.winnow.core.model.transform;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Transform;
import hep.winnow.api.run.Workers;
import hep.winnow.core.text.Numbers;
import hep.winnow.kernels.stat.ScoreOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fits transforms to the train part. Moments use weights with their sign as long as all variances are positive; distributions use absolute weights.
 */
public final class TransformFitter {
    /** An eigenvalue below this share of the largest, times their number, is rounding: the events do not spread in its direction. */
    private static final double NOTHING = 1e-15;

    /** Knots of a distribution are as far apart as this share of the way. */
    private static final double STEP = 1.0 / 2048;

    private static final double GAUSS_STEP = 1.0 / 256;

    private final double[] weight;
    private final double[] absolute;
    private final int n;
    private final long negative;
    private final Workers workers;

    /**
     * Makes a fitter for the events of one train part.
     *
     * @param weight training weight of each event, of any sign
     * @param n number of events, at least 1
     * @param workers columns are fitted on its threads; the result does not depend on their number
     */
    public TransformFitter(double[] weight, int n, Workers workers) {
        this.weight = weight;
        this.n = n;
        this.workers = workers;
        this.absolute = Arrays.stream(weight, 0, n).map(Math::abs).toArray();
        this.negative = Arrays.stream(weight, 0, n).filter(w -> w < 0).count();
    }

    /**
     * What was found.
     *
     * @param transform the fitted one
     * @param note what a user should know of it; may be empty
     */
    public record Fit(FittedTransform transform, String note) {}

    /** Fits a transform to columns (columns x n), all finite. */
    public Fit fit(Transform transform, double[][] values) {
        if (transform instanceof Transform.Standard) {
            return standard(values);
        }
        if (transform instanceof Transform.MinMax) {
            return minmax(values);
        }
        if (transform instanceof Transform.Decorrelate) {
            return decorrelate(values);
        }
        if (transform instanceof Transform.Pca pca) {
            return pca(values, pca.keep());
        }
        boolean isGauss = transform instanceof Transform.Gauss;
        double[][] from = new double[values.length][];
        double[][] to = new double[values.length][];
        workers.forEach(values.length, f -> knots(f, values[f], isGauss, from, to));
        return new Fit(new Quantiles(isGauss ? "gauss" : "uniform", from, to), toldNegative("count"));
    }

    private String toldNegative(String what) {
        return negative == 0
                ? ""
                : negative + " of " + n + " weights are negative and " + what + " with their absolute value";
    }

    private Fit standard(double[][] values) {
        double[] shift = new double[values.length];
        double[] factor = new double[values.length];
        boolean[] isAbsolute = new boolean[values.length];
        workers.forEach(values.length, f -> {
            double mean = Spread.mean(values[f], weight, n);
            double variance = Spread.variance(values[f], mean, weight, n);
            if (!(variance >= 0) || Spread.sum(weight, n) <= 0) {
                isAbsolute[f] = true;
                mean = Spread.mean(values[f], absolute, n);
                variance = Spread.variance(values[f], mean, absolute, n);
            }
            double width = Math.sqrt(variance);
            shift[f] = mean;
            factor[f] = width > 1e-12 * Math.abs(mean) ? 1 / width : 1;
        });
        boolean isAny = false;
        for (boolean one : isAbsolute) {
            isAny |= one;
        }
        return new Fit(new Affine("standard", shift, factor), isAny ? fallback() : "");
    }

    private String fallback() {
        return "with their sign the weights leave no positive variance: " + toldNegative("count");
    }

    private Fit minmax(double[][] values) {
        double[] shift = new double[values.length];
        double[] factor = new double[values.length];
        for (int f = 0; f < values.length; f++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                low = Math.min(low, values[f][i]);
                high = Math.max(high, values[f][i]);
            }
            shift[f] = low;
            factor[f] = high > low ? 1 / (high - low) : 1;
        }
        return new Fit(new Affine("minmax", shift, factor), "");
    }

    /** The spread of the columns, its eigenvectors, and what is to be told of it. */
    private record Axes(double[] mean, Eigen eigen, String note) {
        double threshold() {
            return NOTHING * Math.max(eigen.values()[0], 0) * eigen.values().length;
        }

        boolean isPositive() {
            double[] values = eigen.values();
            return values[0] >= 0 && values[values.length - 1] >= -threshold();
        }
    }

    private Axes axes(double[][] values) {
        if (Spread.sum(weight, n) > 0) {
            Axes signed = axes(values, weight, "");
            if (signed.isPositive()) {
                return signed;
            }
        }
        return axes(values, absolute, fallback());
    }

    private Axes axes(double[][] values, double[] with, String note) {
        Spread spread = Spread.of(values, with, n, workers);
        return new Axes(spread.mean(), Eigen.of(spread.covariance()), note);
    }

    private Fit decorrelate(double[][] values) {
        Axes axes = axes(values);
        int p = values.length;
        double[] forward = new double[p * p];
        double[] backward = new double[p * p];
        int flat = 0;
        for (int k = 0; k < p; k++) {
            double value = axes.eigen().values()[k];
            boolean isFlat = !(value > axes.threshold());
            flat += isFlat ? 1 : 0;
            double width = isFlat ? 1 : Math.sqrt(value);
            double[] v = axes.eigen().vectors()[k];
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    forward[a * p + b] += v[a] * v[b] / width;
                    backward[a * p + b] += v[a] * v[b] * width;
                }
            }
        }
        String left = flat == 0 ? "" : flat + " of " + p + " directions have no spread and are left as they are";
        String note = axes.note().isEmpty() || left.isEmpty() ? axes.note() + left : axes.note() + "; " + left;
        return new Fit(new Rotation("decorrelate", axes.mean(), forward, backward), note);
    }

    private Fit pca(double[][] values, Optional<Integer> keep) {
        int p = values.length;
        int kept = keep.orElse(p);
        if (kept > p) {
            throw UserError.macro(
                    "pca(keep=" + kept + ") keeps more components than there are inputs: " + p,
                    "keep " + p + " at most");
        }
        Axes axes = axes(values);
        double[] forward = new double[kept * p];
        double[] backward = new double[kept * p];
        double total = 0;
        double held = 0;
        for (int k = 0; k < p; k++) {
            total += Math.max(axes.eigen().values()[k], 0);
            if (k < kept) {
                held = total;
                for (int f = 0; f < p; f++) {
                    forward[k * p + f] = axes.eigen().vectors()[k][f];
                    backward[f * kept + k] = axes.eigen().vectors()[k][f];
                }
            }
        }
        String share = kept == p || !(total > 0)
                ? ""
                : kept + " of " + p + " components hold " + Numbers.significant(100 * held / total, 4)
                        + " % of the variance";
        String note = axes.note().isEmpty() || share.isEmpty() ? axes.note() + share : axes.note() + "; " + share;
        return new Fit(new Rotation("pca", axes.mean(), forward, backward), note);
    }

    /**
     * Finds the knots of one column: values and (Σ of weights below + half of those at the value) / Σ, as a share or as a normal quantile. Of the values those are kept that are a
     * step away from the last one, or before a jump, and both ends.
     */
    private void knots(int f, double[] x, boolean isGauss, double[][] from, double[][] to) {
        int[] order = ScoreOrder.rising(Arrays.copyOf(x, n));
        double[] value = new double[n];
        double[] mass = new double[n];
        int count = 0;
        for (int index : order) {
            if (absolute[index] > 0) {
                if (count == 0 || value[count - 1] != x[index]) {
                    value[count++] = x[index] + 0.0;
                }
                mass[count - 1] += absolute[index];
            }
        }
        double total = Spread.sum(mass, count);
        double[] level = new double[count];
        double below = 0;
        for (int k = 0; k < count; k++) {
            double share = (below + mass[k] / 2) / total;
            level[k] = isGauss ? NormalQuantile.of(share) : share;
            below += mass[k];
        }
        int kept = 0;
        double step = isGauss ? GAUSS_STEP : STEP;
        for (int k = 0; k < count; k++) {
            boolean isEnd = k == 0 || k == count - 1;
            if (isEnd || level[k] - level[kept - 1] >= step || level[k + 1] - level[k] >= step) {
                value[kept] = value[k];
                level[kept++] = level[k];
            }
        }
        from[f] = Arrays.copyOf(value, kept);
        to[f] = Arrays.copyOf(level, kept);
    }
}

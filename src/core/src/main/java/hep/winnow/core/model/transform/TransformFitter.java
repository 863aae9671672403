package hep.winnow.core.model.transform;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Transform;
import hep.winnow.api.run.Workers;
import hep.winnow.core.text.Numbers;
import hep.winnow.kernels.stat.StoredOrder;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Fits transforms to the train part. Moments use weights with their sign as long as all variances are positive; distributions use absolute weights.
 */
public final class TransformFitter {
    /** An eigenvalue below this share of the largest, times their number, is rounding: the events do not spread in its direction. */
    private static final double NOTHING = 1e-15;

    private final Workers workers;

    /**
     * Makes a fitter.
     *
     * @param workers columns are fitted on its threads; the result does not depend on their number
     */
    public TransformFitter(Workers workers) {
        this.workers = workers;
    }

    /**
     * What was found.
     *
     * @param transform the fitted one
     * @param note what a user should know of it; may be empty
     */
    public record Fit(FittedTransform transform, String note) {}

    /** Returns columns (columns x n) that lie in memory, with the training weight of each event, of any sign. */
    public static TrainColumns columns(double[][] values, double[] weight, int n) {
        return new ColumnsInMemory(values, weight, n);
    }

    /** Goes through a column. */
    @FunctionalInterface
    public interface OneColumn {
        /** Hands the chunks of a column over, in order; all but the last hold a multiple of four events. */
        void forEach(int column, Chunks chunks);
    }

    /** Goes through two columns. */
    @FunctionalInterface
    public interface TwoColumns {
        /** Hands the chunks of both columns over, in order; all but the last hold a multiple of four events. */
        void forEach(int first, int second, Pairs chunks);
    }

    /** What is done with a chunk of a column. */
    @FunctionalInterface
    public interface Chunks {
        /** Takes a chunk of {@code n} events. */
        void add(double[] x, double[] weight, int n);
    }

    /** What is done with a chunk of two columns. */
    @FunctionalInterface
    public interface Pairs {
        /** Takes a chunk of {@code n} events. */
        void add(double[] x, double[] y, double[] weight, int n);
    }

    /**
     * Returns columns that do not lie in memory.
     *
     * @param columns how many
     * @param size number of events
     * @param one goes through a column
     * @param two goes through two columns
     * @param order sorts a column: values with absolute weights
     */
    public static TrainColumns columns(
            int columns, long size, OneColumn one, TwoColumns two, IntFunction<StoredOrder> order) {
        return new ColumnsInChunks(columns, size, one, two, order);
    }

    /** Fits a transform to columns. */
    public Fit fit(Transform transform, TrainColumns values) {
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
        double[][] from = new double[values.columns()][];
        double[][] to = new double[values.columns()][];
        workers.forEach(from.length, f -> {
            Knots knots = Knots.of(values, f, isGauss);
            from[f] = knots.values();
            to[f] = knots.levels();
        });
        return new Fit(new Quantiles(isGauss ? "gauss" : "uniform", from, to), toldNegative(values, "count"));
    }

    private static String toldNegative(TrainColumns values, String what) {
        return values.negative() == 0
                ? ""
                : values.negative() + " of " + values.size() + " weights are negative and " + what
                        + " with their absolute value";
    }

    private Fit standard(TrainColumns values) {
        int p = values.columns();
        double[] shift = new double[p];
        double[] factor = new double[p];
        boolean[] isAbsolute = new boolean[p];
        workers.forEach(p, f -> {
            double mean = values.mean(f, false);
            double variance = values.variance(f, mean, false);
            if (!(variance >= 0) || values.sum(false) <= 0) {
                isAbsolute[f] = true;
                mean = values.mean(f, true);
                variance = values.variance(f, mean, true);
            }
            double width = Math.sqrt(variance);
            shift[f] = mean;
            factor[f] = width > 1e-12 * Math.abs(mean) ? 1 / width : 1;
        });
        boolean isAny = false;
        for (boolean one : isAbsolute) {
            isAny |= one;
        }
        return new Fit(new Affine("standard", shift, factor), isAny ? fallback(values) : "");
    }

    private static String fallback(TrainColumns values) {
        return "with their sign the weights leave no positive variance: " + toldNegative(values, "count");
    }

    private Fit minmax(TrainColumns values) {
        double[] shift = new double[values.columns()];
        double[] factor = new double[values.columns()];
        workers.forEach(shift.length, f -> {
            double[] range = values.range(f);
            shift[f] = range[0];
            factor[f] = range[1] > range[0] ? 1 / (range[1] - range[0]) : 1;
        });
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

    private Axes axes(TrainColumns values) {
        if (values.sum(false) > 0) {
            Axes signed = axes(values, false, "");
            if (signed.isPositive()) {
                return signed;
            }
        }
        return axes(values, true, fallback(values));
    }

    private Axes axes(TrainColumns values, boolean isAbsolute, String note) {
        Spread spread = Spread.of(values, isAbsolute, workers);
        return new Axes(spread.mean(), Eigen.of(spread.covariance()), note);
    }

    private Fit decorrelate(TrainColumns values) {
        Axes axes = axes(values);
        int p = values.columns();
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

    private Fit pca(TrainColumns values, Optional<Integer> keep) {
        int p = values.columns();
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
}

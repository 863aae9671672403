package hep.winnow.kernels.stat;

import hep.winnow.kernels.stat.RocComponents.TwoClasses;

/**
 * The ROC curve of weighted events: background and signal efficiency of the selection {@code score >= threshold}, for every distinct score from the highest to the
 * lowest. Point 0 is (0, 0), where nothing is selected; the last point is (1, 1).
 *
 * <p>Negative weights: the points are what the sums give, so that an efficiency may leave [0, 1] and the curve may run backwards. Where a function of
 * the background efficiency is asked for, the curve is followed from (0, 0) up to the first place where the background efficiency exceeds the value asked for: no tighter
 * cut lets more background through. Immutable.
 */
public final class RocCurve {
    private final double[] threshold;
    private final double[] background;
    private final double[] signal;
    private final double[] backgroundSquares;
    private final double[] signalSquares;

    private RocCurve(
            double[] threshold,
            double[] background,
            double[] signal,
            double[] backgroundSquares,
            double[] signalSquares) {
        this.threshold = threshold;
        this.background = background;
        this.signal = signal;
        this.backgroundSquares = backgroundSquares;
        this.signalSquares = signalSquares;
    }

    /**
     * Returns the curve.
     *
     * @param score of each event, none NaN
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event, any sign
     * @throws IllegalArgumentException if a score is NaN, a class is empty or its weights sum to 0
     */
    public static RocCurve of(double[] score, int[] label, double[] weight) {
        RocArea.checkLengths(score, label, weight);
        TwoClasses events = TwoClasses.of(label, weight);
        if (!events.isComplete()) {
            throw new IllegalArgumentException(
                    "a ROC curve needs signal and background with sums of weights other than 0");
        }
        double[] x = events.pick(score);
        int[] order = ScoreOrder.rising(x);
        int n = order.length;
        int points = 1;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[i])) {
                throw new IllegalArgumentException("scores must be numbers, found NaN");
            }
            if (i == 0 || x[order[i]] != x[order[i - 1]]) {
                points++;
            }
        }
        double[] threshold = new double[points];
        double[][] sums = new double[4][points];
        threshold[0] = Double.POSITIVE_INFINITY;
        int p = 0;
        for (int i = n - 1; i >= 0; i--) {
            int event = order[i];
            if (i == n - 1 || x[event] != x[order[i + 1]]) {
                p++;
                threshold[p] = x[event];
                for (double[] s : sums) {
                    s[p] = s[p - 1];
                }
            }
            int offset = events.isSignal()[event] ? 1 : 0;
            double w = events.weight()[event];
            sums[offset][p] += w;
            sums[2 + offset][p] += w * w;
        }
        normalise(sums[0], sums[2]);
        normalise(sums[1], sums[3]);
        return new RocCurve(threshold, sums[0], sums[1], sums[2], sums[3]);
    }

    private static void normalise(double[] sums, double[] squares) {
        double total = sums[sums.length - 1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
            squares[i] /= total * total;
        }
    }

    /** Returns the number of points, at least 2. */
    public int size() {
        return threshold.length;
    }

    /** Returns the threshold of point {@code i}: its events are those with scores of at least this. Infinite for point 0. */
    public double threshold(int i) {
        return threshold[i];
    }

    /** Returns the background efficiency of point {@code i}. */
    public double backgroundEfficiency(int i) {
        return background[i];
    }

    /** Returns the signal efficiency of point {@code i}. */
    public double signalEfficiency(int i) {
        return signal[i];
    }

    /**
     * Returns the signal efficiency at a background efficiency, interpolated between points, with its standard error. The error has two parts: that of the signal efficiency at a
     * fixed threshold, Σ w² (1(x ≥ t) − ε)² / W² + (Σ w²)² / 4W⁴ (the last term Wilson's), and that of the background efficiency, taken over by the slope of the curve within one
     * standard error to both sides.
     *
     * @param backgroundEfficiency from 0 to 1
     */
    public Estimate signalEfficiencyAt(double backgroundEfficiency) {
        if (!(backgroundEfficiency >= 0 && backgroundEfficiency <= 1)) {
            throw new IllegalArgumentException(
                    "a background efficiency lies between 0 and 1, found " + backgroundEfficiency);
        }
        double place = place(backgroundEfficiency);
        double value = interpolate(signal, place);
        double signalVariance = variance(value, interpolate(signalSquares, place), signalSquares);
        double backgroundVariance =
                variance(interpolate(background, place), interpolate(backgroundSquares, place), backgroundSquares);
        double error = Math.sqrt(backgroundVariance);
        double low = Math.max(0, backgroundEfficiency - error);
        double high = Math.min(1, backgroundEfficiency + error);
        double slope =
                high > low ? (interpolate(signal, place(high)) - interpolate(signal, place(low))) / (high - low) : 0;
        return new Estimate(value, Math.sqrt(signalVariance + slope * slope * backgroundVariance));
    }

    /**
     * Returns the variance of an efficiency, of which {@code passed} is Σw² of the selected events, all over the square of the sum of weights. To it the term of Wilson's score interval is added that remains where all events pass or
     * none: 1/(4n²), with the effective number n = W²/Σw² for the number of events. So an efficiency of 1 of 500 events is told as 1 ± 0.001.
     */
    private static double variance(double efficiency, double passed, double[] squares) {
        double total = squares[squares.length - 1];
        return Math.max(0, (1 - 2 * efficiency) * passed + efficiency * efficiency * total) + total * total / 4;
    }

    /** Returns where on the curve, as a fractional index, the background efficiency is about to exceed {@code efficiency} for the first time. */
    private double place(double efficiency) {
        for (int i = 1; i < background.length; i++) {
            if (background[i] > efficiency) {
                return i - 1 + (efficiency - background[i - 1]) / (background[i] - background[i - 1]);
            }
        }
        return background.length - 1;
    }

    private static double interpolate(double[] values, double place) {
        int i = Math.min((int) place, values.length - 1);
        double rest = place - i;
        return rest == 0 ? values[i] : values[i] + rest * (values[i + 1] - values[i]);
    }
}

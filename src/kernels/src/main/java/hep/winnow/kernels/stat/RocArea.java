package hep.winnow.kernels.stat;

import hep.winnow.kernels.stat.RocComponents.TwoClasses;

/**
 * The area under the ROC curve of weighted events, weights of any sign, in O(n log n) or better:
 * A = Σ w_i v_j [1(x_i &gt; y_j) + ½ 1(x_i = y_j)] / (W V) over signal (x, w) and background (y, v), with
 * Var A = Σ w_i² (a_i − A)² / W² + Σ v_j² (b_j − A)² / V², where a_i is the weighted fraction of background below signal event i and b_j that of
 * signal above background event j. With unit weights this is the variance of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988) up to
 * n/(n − 1) in each class.
 *
 * <p>In all methods {@code label} is 1 for signal and 0 for background; events with any other label are left out. With negative weights an area may leave [0, 1].
 * Safe for several threads.
 */
public final class RocArea {
    private RocArea() {}

    /**
     * Returns the area; NaN if a class is empty, has a sum of weights of 0, or a score is NaN.
     *
     * @param score of each event; larger is more like signal
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event
     */
    public static double of(double[] score, int[] label, double[] weight) {
        checkLengths(score, label, weight);
        TwoClasses events = TwoClasses.of(label, weight);
        double[] x = events.pick(score);
        for (double s : x) {
            if (Double.isNaN(s)) {
                return Double.NaN;
            }
        }
        return events.isComplete() ? RocComponents.of(x, events.isSignal(), events.weight()).area : Double.NaN;
    }

    /**
     * Returns the same for scores of floats, with less work.
     *
     * @param score of each event; larger is more like signal
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event
     */
    public static double of(float[] score, int[] label, double[] weight) {
        checkLengths(score.length, label, weight);
        double[] sum = new double[2];
        for (int i = 0; i < score.length; i++) {
            if (label[i] == 0 || label[i] == 1) {
                sum[label[i]] += weight[i];
                if (Float.isNaN(score[i])) {
                    return Double.NaN;
                }
            }
        }
        boolean isComplete = sum[0] != 0 && sum[1] != 0 && Double.isFinite(sum[0]) && Double.isFinite(sum[1]);
        return isComplete ? area(score, label, weight, sum[0]) / sum[1] : Double.NaN;
    }

    /**
     * Returns the same of events that do not fit into memory.
     *
     * @param events score, weight as the first number, and label as the tag; the second number does not count
     */
    public static double of(StoredOrder events) {
        StoredArea area = new StoredArea(events);
        return area.value();
    }

    /** Returns the sum of the weight of each signal event times the part of the background below it. */
    private static double area(float[] score, int[] label, double[] weight, double background) {
        int[] order = ScoreOrder.rising(score);
        double area = 0;
        double below = 0;
        for (int i = 0; i < order.length; ) {
            float here = score[order[i]];
            double tiedSignal = 0;
            double tiedBackground = 0;
            for (; i < order.length && (score[order[i]] == here || Float.isNaN(here)); i++) {
                int event = order[i];
                if (label[event] == 1) {
                    tiedSignal += weight[event];
                } else if (label[event] == 0) {
                    tiedBackground += weight[event];
                }
            }
            area += tiedSignal * ((below + tiedBackground / 2) / background);
            below += tiedBackground;
        }
        return area;
    }

    /**
     * Returns the area with its standard error; {@link Estimate#UNKNOWN} if a class is empty or has a sum of weights of 0. Perfect separation has an error of 0.
     *
     * @param score of each event, none NaN (those with a label other than 0 and 1 excepted)
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event
     * @throws IllegalArgumentException if a score is NaN
     */
    public static Estimate estimate(double[] score, int[] label, double[] weight) {
        checkLengths(score, label, weight);
        TwoClasses events = TwoClasses.of(label, weight);
        double[] x = checked(events.pick(score));
        if (!events.isComplete()) {
            return Estimate.UNKNOWN;
        }
        RocComponents c = RocComponents.of(x, events.isSignal(), events.weight());
        return new Estimate(c.area, Math.sqrt(c.covariance(c, events.isSignal(), events.weight())));
    }

    /**
     * Compares two scores of the same events. Their areas are correlated, and the covariance takes that into account.
     *
     * @param first score of each event, none NaN
     * @param second another score of each event, none NaN
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event
     * @throws IllegalArgumentException if a score is NaN
     */
    public static Comparison compare(double[] first, double[] second, int[] label, double[] weight) {
        checkLengths(first, label, weight);
        checkLengths(second, label, weight);
        TwoClasses events = TwoClasses.of(label, weight);
        double[] x = checked(events.pick(first));
        double[] y = checked(events.pick(second));
        if (!events.isComplete()) {
            return new Comparison(Estimate.UNKNOWN, Estimate.UNKNOWN, Double.NaN);
        }
        boolean[] isSignal = events.isSignal();
        double[] w = events.weight();
        RocComponents a = RocComponents.of(x, isSignal, w);
        RocComponents b = RocComponents.of(y, isSignal, w);
        return new Comparison(
                new Estimate(a.area, Math.sqrt(a.covariance(a, isSignal, w))),
                new Estimate(b.area, Math.sqrt(b.covariance(b, isSignal, w))),
                a.covariance(b, isSignal, w));
    }

    /**
     * Two areas over the same events.
     *
     * @param first area of the first score
     * @param second area of the second score
     * @param covariance of both
     */
    public record Comparison(Estimate first, Estimate second, double covariance) {
        /** Returns first less second; the error is 0 for scores that order the events alike. */
        public Estimate difference() {
            double variance = first.error() * first.error() + second.error() * second.error() - 2 * covariance;
            return new Estimate(
                    first.value() - second.value(),
                    Double.isNaN(variance) ? Double.NaN : Math.sqrt(Math.max(0, variance)));
        }
    }

    private static double[] checked(double[] score) {
        for (double s : score) {
            if (Double.isNaN(s)) {
                throw new IllegalArgumentException("scores must be numbers, found NaN");
            }
        }
        return score;
    }

    static void checkLengths(double[] score, int[] label, double[] weight) {
        checkLengths(score.length, label, weight);
    }

    private static void checkLengths(int scores, int[] label, double[] weight) {
        if (label.length != scores || weight.length != scores) {
            throw new IllegalArgumentException("scores, labels and weights differ in length: " + scores + ", "
                    + label.length + ", " + weight.length);
        }
    }
}

package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;

/** Weighted means over events with their errors: m = Σ w v / Σ w, Var m = Σ w² (v − m)² / (Σ w)². Weights may be negative. */
final class WeightedMeans {
    private WeightedMeans() {}

    /** Returns the mean of the values that are not NaN; unknown if there are none or their weights sum to 0. */
    static Estimate mean(double[] value, double[] weight) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < value.length; i++) {
            if (!Double.isNaN(value[i])) {
                sum += weight[i] * value[i];
                total += weight[i];
            }
        }
        if (total == 0) {
            return Estimate.UNKNOWN;
        }
        double mean = sum / total;
        double variance = 0;
        for (int i = 0; i < value.length; i++) {
            if (!Double.isNaN(value[i])) {
                double d = weight[i] * (value[i] - mean) / total;
                variance += d * d;
            }
        }
        return new Estimate(mean, Math.sqrt(variance));
    }

    /**
     * Returns the weighted share of events whose greatest output is that of their class; events of class -1 and events with an output of NaN are left out. The error holds a term of Wilson's interval.
     *
     * @param outputs one array per class
     */
    static Estimate accuracy(double[][] outputs, int[] classIndex, double[] weight) {
        double[] isRight = new double[classIndex.length];
        for (int i = 0; i < isRight.length; i++) {
            int best = 0;
            boolean isMissing = classIndex[i] < 0;
            for (int k = 0; k < outputs.length; k++) {
                isMissing |= Double.isNaN(outputs[k][i]);
                best = outputs[k][i] > outputs[best][i] ? k : best;
            }
            isRight[i] = isMissing ? Double.NaN : best == classIndex[i] ? 1 : 0;
        }
        return withWilson(mean(isRight, weight), isRight, weight);
    }

    /**
     * Returns the mean of what is 0 or 1 with the error that Wilson's score interval leaves it where all are alike: 1/(2n), with the effective number n = (Σw)²/Σw² for the number of events, is added in quadrature.
     */
    private static Estimate withWilson(Estimate mean, double[] value, double[] weight) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < value.length; i++) {
            if (!Double.isNaN(value[i])) {
                sum += weight[i];
                squares += weight[i] * weight[i];
            }
        }
        double least = wilson(sum, squares);
        return new Estimate(mean.value(), Math.sqrt(mean.error() * mean.error() + least * least));
    }

    /** Returns 1/(2n) with the effective number n = (Σw)²/Σw²: half the length of Wilson's interval of one standard deviation at a share of 0 or 1, for many events. */
    static double wilson(double sumW, double sumW2) {
        return sumW2 / (2 * sumW * sumW);
    }
}

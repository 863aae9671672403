package hep.winnow.kernels.stat;

/**
 * The two-sample Kolmogorov-Smirnov statistic of weighted events: the greatest distance between the two cumulative distributions, unbinned. Weights may be
 * negative; then a distribution function need not rise, and the distance may exceed 1. With weights the statistic has no tabulated distribution: see {@link PermutationTest}
 * for its p-value.
 */
public final class WeightedKs {
    private WeightedKs() {}

    /**
     * Returns max over t of |F₁(t) − F₂(t)|, where F(t) = Σ w 1(x ≤ t) / Σ w; NaN if a sample is empty or has a sum of weights of 0.
     *
     * @param firstScore values of the first sample, none NaN
     * @param firstWeight their weights
     * @param secondScore values of the second sample, none NaN
     * @param secondWeight their weights
     */
    public static double statistic(
            double[] firstScore, double[] firstWeight, double[] secondScore, double[] secondWeight) {
        return new PermutationTest(firstScore, firstWeight, secondScore, secondWeight).statistic();
    }
}

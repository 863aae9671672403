package hep.winnow.kernels.stat;

import java.util.function.LongSupplier;

/**
 * Tests whether two samples of weighted events come from one distribution, by permutation: the pairs (score, weight) of both are pooled and dealt anew
 * to samples of the same sizes, and the {@link WeightedKs} statistic is compared with what it is for such deals. If the pairs of both samples have one distribution, each deal is
 * equally likely and the p-value uniform, whatever the weights: spread or negative.
 *
 * <p>The events are sorted once; a permutation costs two passes over them. Immutable, and safe for several threads: each calls {@link #permuted} with a generator of its
 * own.
 */
public final class PermutationTest {
    /** Deals whose statistics differ by rounding alone count as equal. */
    private static final double ROUNDING = 1e-12;

    private final double[] weight;
    private final boolean[] endsTie;
    private final int firstSize;
    private final double total;
    private final double statistic;

    /**
     * Sorts the events.
     *
     * @param firstScore values of the first sample, none NaN
     * @param firstWeight their weights, any sign
     * @param secondScore values of the second sample, none NaN
     * @param secondWeight their weights, any sign
     */
    public PermutationTest(double[] firstScore, double[] firstWeight, double[] secondScore, double[] secondWeight) {
        if (firstScore.length != firstWeight.length || secondScore.length != secondWeight.length) {
            throw new IllegalArgumentException("scores and weights differ in length: " + firstScore.length + " and "
                    + firstWeight.length + ", " + secondScore.length + " and " + secondWeight.length);
        }
        double[] score = join(firstScore, secondScore);
        double[] joined = join(firstWeight, secondWeight);
        int[] order = ScoreOrder.rising(score);
        int n = order.length;
        if (n > 0 && Double.isNaN(score[order[n - 1]])) {
            throw new IllegalArgumentException("scores must be numbers, found NaN");
        }
        weight = new double[n];
        endsTie = new boolean[n];
        boolean[] isFirst = new boolean[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weight[i] = joined[order[i]];
            isFirst[i] = order[i] < firstScore.length;
            endsTie[i] = i == n - 1 || score[order[i]] != score[order[i + 1]];
            sum += weight[i];
        }
        firstSize = firstScore.length;
        total = sum;
        double[] cumulative = new double[n];
        double ofFirst = 0;
        for (int i = 0; i < n; i++) {
            ofFirst += isFirst[i] ? weight[i] : 0;
            cumulative[i] = ofFirst;
        }
        statistic = distance(cumulative);
    }

    /** Returns the number of events of both samples. */
    public int size() {
        return weight.length;
    }

    /** Returns the statistic of the samples as they are; NaN if one is empty or has a sum of weights of 0. */
    public double statistic() {
        return statistic;
    }

    /**
     * Returns the statistic of one random deal; NaN if a sample of it has a sum of weights of 0.
     *
     * @param bits source of 64 random bits a call; one call per event is taken
     */
    public double permuted(LongSupplier bits) {
        int n = weight.length;
        double[] cumulative = new double[n];
        int left = firstSize;
        double ofFirst = 0;
        // Selection sampling (Knuth, TAOCP 3.4.2, algorithm S): each set of firstSize events is equally likely.
        for (int i = 0; i < n; i++) {
            double u = (bits.getAsLong() >>> 11) * 0x1.0p-53;
            if (u * (n - i) < left) {
                ofFirst += weight[i];
                left--;
            }
            cumulative[i] = ofFirst;
        }
        return distance(cumulative);
    }

    /**
     * Returns (1 + number of deals further apart than the samples + half of those as far apart) / (1 + number of deals); NaN if the samples have no statistic. It is
     * never 0: {@code m} deals cannot show more than 1/(m + 1). Deals as far apart are common among events of unit weight, where the statistic takes few values; with all
     * of them counted the p-value would be 0.54 on average at 100 events, and not 0.5.
     *
     * @param permuted results of {@link #permuted}; a NaN counts as further apart
     */
    public double pValue(double[] permuted) {
        if (Double.isNaN(statistic)) {
            return Double.NaN;
        }
        double count = 0;
        for (double d : permuted) {
            if (!(d <= statistic + ROUNDING * statistic)) {
                count++;
            } else if (d >= statistic - ROUNDING * statistic) {
                count += 0.5;
            }
        }
        return (1.0 + count) / (1.0 + permuted.length);
    }

    /** Returns max |F₁ − F₂|, given the running sum of the first sample's weights. */
    private double distance(double[] ofFirst) {
        int n = weight.length;
        if (firstSize == 0 || firstSize == n) {
            return Double.NaN;
        }
        double first = ofFirst[n - 1];
        double second = total - first;
        if (first == 0 || second == 0) {
            return Double.NaN;
        }
        double ofAll = 0;
        double greatest = 0;
        for (int i = 0; i < n; i++) {
            ofAll += weight[i];
            if (endsTie[i]) {
                greatest = Math.max(greatest, Math.abs(ofFirst[i] / first - (ofAll - ofFirst[i]) / second));
            }
        }
        return greatest;
    }

    private static double[] join(double[] first, double[] second) {
        double[] out = new double[first.length + second.length];
        System.arraycopy(first, 0, out, 0, first.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}

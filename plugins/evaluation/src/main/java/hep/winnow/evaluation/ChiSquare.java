package hep.winnow.evaluation;

import hep.winnow.api.hist.Histogram;

/**
 * Compares the shapes of two weighted histograms of the same bins: chi2 = Σ (a/A − b/B)² / (σa²/A² + σb²/B²) over the bins, under- and overflow too, with sums A and B of all weights, for one degree of freedom less than bins. Neighbouring bins
 * are merged, from the left, until both together have {@value #LEAST} entries, so that the sums are nearly Gaussian.
 *
 * @param value chi2
 * @param degrees of freedom; 0 where nothing can be compared
 */
record ChiSquare(double value, int degrees) {
    private static final int LEAST = 20;

    /** Compares two histograms whose sums of weights are not 0. */
    static ChiSquare of(Histogram a, Histogram b) {
        int bins = a.binning().bins() + 2;
        double sum = 0;
        int terms = 0;
        long entries = 0;
        double[] merged = new double[4];
        for (int i = 0; i < bins; i++) {
            entries += a.entries(i) + b.entries(i);
            merged[0] += a.sumW(i);
            merged[1] += a.sumW2(i);
            merged[2] += b.sumW(i);
            merged[3] += b.sumW2(i);
            if (entries >= LEAST && left(a, b, i + 1) >= LEAST || i == bins - 1) {
                double difference = merged[0] / a.total() - merged[2] / b.total();
                double variance = merged[1] / (a.total() * a.total()) + merged[3] / (b.total() * b.total());
                if (variance > 0) {
                    sum += difference * difference / variance;
                    terms++;
                }
                entries = 0;
                merged = new double[4];
            }
        }
        return new ChiSquare(sum, Math.max(0, terms - 1));
    }

    private static long left(Histogram a, Histogram b, int from) {
        long entries = 0;
        for (int i = from; i < a.binning().bins() + 2; i++) {
            entries += a.entries(i) + b.entries(i);
        }
        return entries;
    }

    /** Returns the probability of a value at least as great where both samples have one shape: Q(degrees/2, value/2); NaN without degrees of freedom. Below 1e-15 it is 0. */
    double probability() {
        if (degrees == 0) {
            return Double.NaN;
        }
        double a = degrees / 2.0;
        double x = value / 2;
        if (!(x > 0)) {
            return 1;
        }
        // Farther out than this it is below 1e-15, and the series' first term may be too small for a double.
        if (x > a + 40 * Math.sqrt(a) + 80) {
            return 0;
        }
        // P(a, x) = x^a e^-x Σ_n x^n / Γ(a + n + 1) (Abramowitz and Stegun 6.5.29).
        double term = StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a + 1));
        double sum = 0;
        for (int n = 1; term > 1e-18 * sum || n < x; n++) {
            sum += term;
            term *= x / (a + n);
            if (n > 100_000) {
                break;
            }
        }
        return Math.max(0, 1 - sum);
    }

    /** Returns ln Γ of a whole or half number above 0. */
    private static double logGamma(double z) {
        double rest = z;
        double sum = 0;
        while (rest > 1) {
            rest -= 1;
            sum += StrictMath.log(rest);
        }
        return rest == 0.5 ? sum + 0.5 * StrictMath.log(Math.PI) : sum;
    }
}

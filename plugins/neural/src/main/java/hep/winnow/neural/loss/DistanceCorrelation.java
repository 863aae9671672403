package hep.winnow.neural.loss;

/**
 * The squared distance correlation of weighted pairs (Székely, Rizzo and Bakirov 2007): with distances a_ij = |x_i - x_j|, from which weighted means of rows and columns are taken away (A_ij), and B alike of y, it is
 * Σ p_i p_j A_ij B_ij / √(Σ p_i p_j A_ij² · Σ p_i p_j B_ij²), from 0 (independent) to 1. It sees every kind of dependence, not the linear one alone. The work is the square of the number of pairs. Not safe for several threads.
 */
final class DistanceCorrelation {
    private double[] meanA = {};
    private double[] meanB = {};

    /**
     * Returns it; 0 where x or y has one value only.
     *
     * @param x {@code n} numbers
     * @param y {@code n} numbers
     * @param p {@code n} weights that are not negative and sum to 1
     * @param slope its gradient by {@code x}, written
     */
    double of(double[] x, double[] y, double[] p, int n, double[] slope) {
        meanA = meanA.length < n ? new double[n] : meanA;
        meanB = meanB.length < n ? new double[n] : meanB;
        double allA = means(x, p, n, meanA);
        double allB = means(y, p, n, meanB);
        double covariance = 0;
        double varianceA = 0;
        double varianceB = 0;
        for (int i = 0; i < n; i++) {
            double ab = 0;
            double aa = 0;
            double bb = 0;
            for (int j = 0; j < n; j++) {
                double a = Math.abs(x[i] - x[j]) - meanA[i] - meanA[j] + allA;
                double b = Math.abs(y[i] - y[j]) - meanB[i] - meanB[j] + allB;
                ab += p[j] * a * b;
                aa += p[j] * a * a;
                bb += p[j] * b * b;
            }
            covariance += p[i] * ab;
            varianceA += p[i] * aa;
            varianceB += p[i] * bb;
        }
        double norm = Math.sqrt(varianceA * varianceB);
        if (!(norm > 1e-30)) {
            java.util.Arrays.fill(slope, 0, n, 0);
            return 0;
        }
        double ratio = covariance / varianceA;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double a = Math.abs(x[i] - x[j]) - meanA[i] - meanA[j] + allA;
                double b = Math.abs(y[i] - y[j]) - meanB[i] - meanB[j] + allB;
                sum += p[j] * (b - ratio * a) * Math.signum(x[i] - x[j]);
            }
            slope[i] = 2 * p[i] * sum / norm;
        }
        return covariance / norm;
    }

    /** Writes the weighted mean distance of each point, and returns that of all. */
    private static double means(double[] x, double[] p, int n, double[] mean) {
        double all = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += p[j] * Math.abs(x[i] - x[j]);
            }
            mean[i] = sum;
            all += p[i] * sum;
        }
        return all;
    }
}

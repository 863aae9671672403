package hep.winnow.core.model.transform;

import hep.winnow.api.run.Workers;

/** Weighted means and covariances of columns. Sums go over the events in order. */
record Spread(double[] mean, double[][] covariance) {
    /** Returns Σw of the first {@code n} weights. */
    static double sum(double[] weight, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weight[i];
        }
        return sum;
    }

    /** Returns Σ w x / Σ w of a column. */
    static double mean(double[] x, double[] weight, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weight[i] * x[i];
        }
        return sum / sum(weight, n);
    }

    /** Returns Σ w (x − mean)² / Σ w of a column. */
    static double variance(double[] x, double mean, double[] weight, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double d = x[i] - mean;
            sum += weight[i] * d * d;
        }
        return sum / sum(weight, n);
    }

    /** Returns means and covariance (columns x columns): Σ w (x − mean)(y − mean) / Σ w. */
    static Spread of(double[][] values, double[] weight, int n, Workers workers) {
        int p = values.length;
        double[] mean = new double[p];
        double[][] covariance = new double[p][p];
        double total = sum(weight, n);
        workers.forEach(p, f -> mean[f] = mean(values[f], weight, n));
        workers.forEach(p, a -> {
            double[] weighted = new double[n];
            for (int i = 0; i < n; i++) {
                weighted[i] = weight[i] * (values[a][i] - mean[a]);
            }
            for (int b = a; b < p; b++) {
                covariance[a][b] = product(weighted, values[b], mean[b], n) / total;
            }
        });
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < a; b++) {
                covariance[a][b] = covariance[b][a];
            }
        }
        return new Spread(mean, covariance);
    }

    /** Hot: four sums of every fourth event each, so that one addition need not wait for the last. */
    private static double product(double[] weighted, double[] y, double mean, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += weighted[i] * (y[i] - mean);
            s1 += weighted[i + 1] * (y[i + 1] - mean);
            s2 += weighted[i + 2] * (y[i + 2] - mean);
            s3 += weighted[i + 3] * (y[i + 3] - mean);
        }
        for (; i < n; i++) {
            s0 += weighted[i] * (y[i] - mean);
        }
        return (s0 + s1) + (s2 + s3);
    }
}

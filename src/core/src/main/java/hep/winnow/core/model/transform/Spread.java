package hep.winnow.core.model.transform;

import hep.winnow.api.run.Workers;

/** Weighted means and covariances of columns. Sums go over the events in order. */
record Spread(double[] mean, double[][] covariance) {
    /** Returns means and covariance (columns x columns): Σ w (x − mean)(y − mean) / Σ w. */
    static Spread of(TrainColumns values, boolean isAbsolute, Workers workers) {
        int p = values.columns();
        double[] mean = new double[p];
        double[][] covariance = new double[p][p];
        double total = values.sum(isAbsolute);
        workers.forEach(p, f -> mean[f] = values.mean(f, isAbsolute));
        workers.forEach(p, a -> {
            for (int b = a; b < p; b++) {
                covariance[a][b] = values.product(a, mean[a], b, mean[b], isAbsolute) / total;
            }
        });
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < a; b++) {
                covariance[a][b] = covariance[b][a];
            }
        }
        return new Spread(mean, covariance);
    }
}

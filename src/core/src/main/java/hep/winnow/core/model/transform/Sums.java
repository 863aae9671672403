package hep.winnow.core.model.transform;

/** Weighted sums over a column that comes in chunks, event by event. */
final class Sums {
    private Sums() {}

    /** Returns Σw of the first {@code n} weights. */
    static double sum(double[] weight, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weight[i];
        }
        return sum;
    }

    /** Σ w x / Σ w. */
    static final class Mean {
        private double sum;
        private double total;

        void add(double[] x, double[] weight, int n) {
            double s = sum;
            double t = total;
            for (int i = 0; i < n; i++) {
                s += weight[i] * x[i];
                t += weight[i];
            }
            sum = s;
            total = t;
        }

        double value() {
            return sum / total;
        }
    }

    /** Σ w (x − mean)² / Σ w. */
    static final class Variance {
        private final double mean;
        private double sum;
        private double total;

        Variance(double mean) {
            this.mean = mean;
        }

        void add(double[] x, double[] weight, int n) {
            double s = sum;
            double t = total;
            for (int i = 0; i < n; i++) {
                double d = x[i] - mean;
                s += weight[i] * d * d;
                t += weight[i];
            }
            sum = s;
            total = t;
        }

        double value() {
            return sum / total;
        }
    }
}

package hep.winnow.core.model;

/** Where a column lies and how wide it spreads, by absolute weights, over chunks that come in order. */
final class Spreads {
    private Spreads() {}

    /** Σ |w| x / Σ |w| over the values that are not missing. */
    static final class Mean {
        private double sum;
        private double total;

        void add(double[] x, double[] weight, int n) {
            double s = sum;
            double t = total;
            for (int i = 0; i < n; i++) {
                if (!Double.isNaN(x[i])) {
                    s += Math.abs(weight[i]) * x[i];
                    t += Math.abs(weight[i]);
                }
            }
            sum = s;
            total = t;
        }

        double value() {
            return sum / total;
        }
    }

    /** √(Σ |w| (x − mean)² / Σ |w|). */
    static final class Width {
        private final double mean;
        private double sum;
        private double total;

        Width(double mean) {
            this.mean = mean;
        }

        void add(double[] x, double[] weight, int n) {
            double s = sum;
            double t = total;
            for (int i = 0; i < n; i++) {
                double d = x[i] - mean;
                s += Math.abs(weight[i]) * d * d;
                t += Math.abs(weight[i]);
            }
            sum = s;
            total = t;
        }

        /** Returns shift and factor to mean 0 and width 1. */
        double[] scale() {
            double sd = Math.sqrt(sum / total);
            boolean isConstant = !(sd > 1e-12 * Math.abs(mean)) || sd == 0;
            return finite(mean, isConstant ? 1 : 1 / sd);
        }
    }

    /** Least and greatest value. */
    static final class Range {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(double[] x, int n) {
            for (int i = 0; i < n; i++) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
            }
        }

        /** Returns shift and factor to a range from 0 to 1. */
        double[] scale() {
            return finite(low, high > low ? 1 / (high - low) : 1);
        }
    }

    /** Values that are missing or infinite leave no scale; they are complained about when the inputs are transformed. */
    private static double[] finite(double shift, double factor) {
        return Double.isFinite(shift) && Double.isFinite(factor) ? new double[] {shift, factor} : new double[] {0, 1};
    }
}

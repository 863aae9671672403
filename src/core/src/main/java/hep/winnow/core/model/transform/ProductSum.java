package hep.winnow.core.model.transform;

/** Σ w (x − mean)(y − mean) over events that come in chunks. Four sums of every fourth event each, so that one addition need not wait for the last; the last events of all, less than four, go to the first. */
final class ProductSum {
    private final double xMean;
    private final double yMean;
    private final long whole;
    private final double[] sums = new double[4];
    private long seen;

    /** Makes one for {@code n} events. */
    ProductSum(double xMean, double yMean, long n) {
        this.xMean = xMean;
        this.yMean = yMean;
        this.whole = n - n % 4;
    }

    /** Hot. Adds a chunk of events; all chunks but the last have a multiple of four. */
    void add(double[] x, double[] y, double[] weight, boolean isAbsolute, int n) {
        double s0 = sums[0];
        double s1 = sums[1];
        double s2 = sums[2];
        double s3 = sums[3];
        int fours = (int) Math.min(n, whole - seen);
        int i = 0;
        for (; i + 3 < fours; i += 4) {
            s0 += term(x, y, weight, isAbsolute, i);
            s1 += term(x, y, weight, isAbsolute, i + 1);
            s2 += term(x, y, weight, isAbsolute, i + 2);
            s3 += term(x, y, weight, isAbsolute, i + 3);
        }
        for (; i < n; i++) {
            s0 += term(x, y, weight, isAbsolute, i);
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        seen += n;
    }

    private double term(double[] x, double[] y, double[] weight, boolean isAbsolute, int i) {
        double w = isAbsolute ? Math.abs(weight[i]) : weight[i];
        return w * (x[i] - xMean) * (y[i] - yMean);
    }

    double value() {
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }
}

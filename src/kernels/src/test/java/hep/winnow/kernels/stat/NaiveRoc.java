package hep.winnow.kernels.stat;

/** The formulas as they are written, in O(n²). */
final class NaiveRoc {
    private NaiveRoc() {}

    static double[] components(double[] score, int[] label, double[] weight) {
        double[] out = new double[score.length];
        for (int i = 0; i < score.length; i++) {
            double sum = 0;
            double total = 0;
            for (int j = 0; j < score.length; j++) {
                if (label[j] == 1 - label[i]) {
                    double difference = (score[i] - score[j]) * (label[i] - label[j]);
                    sum += weight[j] * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
                    total += weight[j];
                }
            }
            out[i] = sum / total;
        }
        return out;
    }

    static double area(double[] score, int[] label, double[] weight) {
        double[] c = components(score, label, weight);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < score.length; i++) {
            if (label[i] == 1) {
                sum += weight[i] * c[i];
                total += weight[i];
            }
        }
        return sum / total;
    }

    static double covariance(double[] first, double[] second, int[] label, double[] weight) {
        double[] a = components(first, label, weight);
        double[] b = components(second, label, weight);
        double areaA = area(first, label, weight);
        double areaB = area(second, label, weight);
        double variance = 0;
        for (int c = 0; c <= 1; c++) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < first.length; i++) {
                if (label[i] == c) {
                    sum += weight[i] * weight[i] * (a[i] - areaA) * (b[i] - areaB);
                    total += weight[i];
                }
            }
            variance += sum / (total * total);
        }
        return variance;
    }

    /** Variance of DeLong et al. for unit weights: S10/m + S01/n with sample variances. */
    static double delong(double[] score, int[] label) {
        double[] unit = new double[score.length];
        java.util.Arrays.fill(unit, 1);
        double[] c = components(score, label, unit);
        double area = area(score, label, unit);
        double variance = 0;
        for (int k = 0; k <= 1; k++) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < score.length; i++) {
                if (label[i] == k) {
                    sum += (c[i] - area) * (c[i] - area);
                    n++;
                }
            }
            variance += sum / (n - 1) / n;
        }
        return variance;
    }
}

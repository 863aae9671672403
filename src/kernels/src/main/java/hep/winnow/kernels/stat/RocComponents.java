package hep.winnow.kernels.stat;

import java.util.Arrays;

/**
 * What each event contributes to the area under the ROC curve. For a signal event a_i = Σ_j v_j [1(x_i &gt; y_j) + ½ 1(x_i = y_j)] / V, for a
 * background event b_j = Σ_i w_i [1(x_i &gt; y_j) + ½ 1(x_i = y_j)] / W: each by one sort and running sums.
 */
final class RocComponents {
    /** a_i or b_j of each event, in the order of the caller. */
    final double[] component;

    final double area;

    private RocComponents(double[] component, double area) {
        this.component = component;
        this.area = area;
    }

    /** All arrays have one entry per event, and every event is signal or background. */
    static RocComponents of(double[] score, boolean[] isSignal, double[] weight) {
        int n = score.length;
        int[] order = ScoreOrder.rising(score);
        double signal = sum(weight, isSignal, true);
        double background = sum(weight, isSignal, false);
        double[] component = new double[n];
        double area = 0;
        double signalBelow = 0;
        double backgroundBelow = 0;
        for (int i = 0; i < n; ) {
            double tiedSignal = 0;
            double tiedBackground = 0;
            int j = i;
            for (; j < n && score[order[j]] == score[order[i]]; j++) {
                int event = order[j];
                if (isSignal[event]) {
                    tiedSignal += weight[event];
                } else {
                    tiedBackground += weight[event];
                }
            }
            double a = (backgroundBelow + tiedBackground / 2) / background;
            double b = (signal - signalBelow - tiedSignal / 2) / signal;
            for (int k = i; k < j; k++) {
                component[order[k]] = isSignal[order[k]] ? a : b;
            }
            area += tiedSignal * a;
            signalBelow += tiedSignal;
            backgroundBelow += tiedBackground;
            i = j;
        }
        return new RocComponents(component, area / signal);
    }

    /**
     * Returns Σ w_i² (a_i − A)(a'_i − A') / W² + Σ v_j² (b_j − A)(b'_j − A') / V²: the covariance of two areas over the same events, and for {@code this}
     * itself the variance.
     */
    double covariance(RocComponents other, boolean[] isSignal, double[] weight) {
        double[] sum = new double[2];
        double[] product = new double[2];
        for (int i = 0; i < component.length; i++) {
            int c = isSignal[i] ? 1 : 0;
            double w = weight[i];
            sum[c] += w;
            product[c] += w * w * ((component[i] - area) * (other.component[i] - other.area));
        }
        return product[1] / (sum[1] * sum[1]) + product[0] / (sum[0] * sum[0]);
    }

    private static double sum(double[] weight, boolean[] isSignal, boolean which) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            if (isSignal[i] == which) {
                sum += weight[i];
            }
        }
        return sum;
    }

    /** Events of the two classes, the others left out. */
    record TwoClasses(int[] index, boolean[] isSignal, double[] weight) {
        static TwoClasses of(int[] label, double[] weight) {
            int[] index = new int[label.length];
            int n = 0;
            for (int i = 0; i < label.length; i++) {
                if (label[i] == 0 || label[i] == 1) {
                    index[n++] = i;
                }
            }
            boolean[] isSignal = new boolean[n];
            double[] kept = new double[n];
            for (int k = 0; k < n; k++) {
                isSignal[k] = label[index[k]] == 1;
                kept[k] = weight[index[k]];
            }
            return new TwoClasses(Arrays.copyOf(index, n), isSignal, kept);
        }

        double[] pick(double[] values) {
            double[] out = new double[index.length];
            for (int k = 0; k < out.length; k++) {
                out[k] = values[index[k]];
            }
            return out;
        }

        /** Tells whether an area can be told: both classes there, with sums of weights other than 0. */
        boolean isComplete() {
            double signal = sum(weight, isSignal, true);
            double background = sum(weight, isSignal, false);
            return signal != 0 && background != 0 && Double.isFinite(signal) && Double.isFinite(background);
        }
    }
}

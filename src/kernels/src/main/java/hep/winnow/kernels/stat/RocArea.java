package hep.winnow.kernels.stat;

import java.util.Arrays;

/**
 * The area under the ROC curve of weighted events, weights of any sign: A = Σ w_i v_j [1(x_i &gt; y_j) + ½ 1(x_i = y_j)] / (W V) over
 * signal (x, w) and background (y, v), in O(n log n).
 */
public final class RocArea {
    private RocArea() {}

    /**
     * Returns the area; NaN if a class is empty, has a sum of weights of 0, or a score is NaN. With negative weights it may leave [0, 1].
     *
     * @param score of each event; larger is more like signal
     * @param label 1 for signal, 0 for background, anything else is left out
     * @param weight of each event
     */
    public static double of(double[] score, int[] label, double[] weight) {
        int n = 0;
        for (int i = 0; i < score.length; i++) {
            if (label[i] == 0 || label[i] == 1) {
                if (Double.isNaN(score[i])) {
                    return Double.NaN;
                }
                n++;
            }
        }
        // A double's bits, made to rise with its value, sort faster than boxed indices; the index breaks ties reproducibly.
        long[][] keyed = new long[n][];
        int k = 0;
        for (int i = 0; i < score.length; i++) {
            if (label[i] == 0 || label[i] == 1) {
                long bits = Double.doubleToLongBits(score[i] + 0.0);
                keyed[k++] = new long[] {bits ^ ((bits >> 63) & Long.MAX_VALUE), i};
            }
        }
        Arrays.sort(keyed, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        double area = 0;
        double signal = 0;
        double background = 0;
        for (int i = 0; i < n; ) {
            double tiedSignal = 0;
            double tiedBackground = 0;
            int j = i;
            for (; j < n && keyed[j][0] == keyed[i][0]; j++) {
                int event = (int) keyed[j][1];
                if (label[event] == 1) {
                    tiedSignal += weight[event];
                } else {
                    tiedBackground += weight[event];
                }
            }
            area += tiedSignal * (background + tiedBackground / 2);
            signal += tiedSignal;
            background += tiedBackground;
            i = j;
        }
        return area / (signal * background);
    }
}

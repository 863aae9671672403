package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of events of two classes. Recorded data is left out; so are events whose score is NaN, and these are counted.
 *
 * @param score none NaN
 * @param label 1 for signal, 0 for background
 * @param weight physical weights
 * @param missing how many events had a score of NaN
 */
record Scores(double[] score, int[] label, double[] weight, int missing) {
    /** The class index of signal in a run of two classes. */
    static final int SIGNAL = 1;

    /**
     * Returns the scores of a table; class {@code signal} is signal and all other classes are background.
     *
     * @param score of each event of the table
     */
    static Scores of(EventTable table, double[] score, int signal) {
        int n = table.size();
        double[] kept = new double[n];
        int[] label = new int[n];
        double[] weight = new double[n];
        int k = 0;
        int missing = 0;
        for (int i = 0; i < n; i++) {
            int c = table.classIndex()[i];
            if (c < 0) {
                continue;
            }
            if (Double.isNaN(score[i])) {
                missing++;
                continue;
            }
            kept[k] = score[i];
            label[k] = c == signal ? 1 : 0;
            weight[k++] = table.weight()[i];
        }
        return new Scores(Arrays.copyOf(kept, k), Arrays.copyOf(label, k), Arrays.copyOf(weight, k), missing);
    }

    /** Returns the number of events of a label. */
    int count(int which) {
        int count = 0;
        for (int l : label) {
            count += l == which ? 1 : 0;
        }
        return count;
    }

    /** Returns the sum of weights of a label. */
    double sumW(int which) {
        double sum = 0;
        for (int i = 0; i < label.length; i++) {
            sum += label[i] == which ? weight[i] : 0;
        }
        return sum;
    }

    /** Returns scores (first row) and weights (second row) of the events of a label. */
    double[][] only(int which) {
        double[][] out = new double[2][count(which)];
        int k = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] == which) {
                out[0][k] = score[i];
                out[1][k++] = weight[i];
            }
        }
        return out;
    }

    /** Returns this, or throws where signal or background has no events or a sum of weights of 0. */
    Scores bothClasses(String what, String scope, List<String> classes) {
        checkClasses(what, scope, classes, new int[] {count(0), count(1)}, new double[] {sumW(0), sumW(1)});
        return this;
    }

    /** Throws where signal or background has no events or a sum of weights of 0; counts and sums are those of background and signal. */
    static void checkClasses(String what, String scope, List<String> classes, int[] count, double[] sumW) {
        for (int c = 1; c >= 0; c--) {
            String name = c == 1 ? classes.get(1) : classes.get(0);
            if (count[c] == 0) {
                throw UserError.data(
                        what + " in '" + scope + "' has no " + name + " events",
                        "give a scope with both " + classes.get(1) + " and " + classes.get(0));
            }
            if (sumW[c] == 0) {
                throw UserError.data(
                        "the weights of " + name + " in '" + scope + "' sum to 0",
                        "check the weights of its samples: negative ones cancel the rest");
            }
        }
    }
}

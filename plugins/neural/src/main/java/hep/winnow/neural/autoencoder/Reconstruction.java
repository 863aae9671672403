package hep.winnow.neural.autoencoder;

import hep.winnow.neural.loss.Objective;
import java.util.Arrays;

/**
 * The reconstruction error of an event: Σ_j c_j·(z_j - x_j)² with its inputs x.
 *
 * @param x inputs, row by row, for reading only
 * @param share c_j, which sum to 1
 */
record Reconstruction(float[] x, double[] share) implements Objective {
    /** Returns equal shares for all of {@code features} inputs, or those that {@code importance} asks for. */
    static double[] shares(int features, double[] importance) {
        double[] share = new double[features];
        double sum = 0;
        for (int j = 0; j < features; j++) {
            share[j] = importance.length == 0 ? 1 : importance[j];
            sum += share[j];
        }
        for (int j = 0; j < features; j++) {
            share[j] /= sum;
        }
        return share;
    }

    @Override
    public double loss(float[] z, int event) {
        return error(z, x, event * share.length, share);
    }

    /** Returns the error of {@code z} against the numbers of {@code x} from {@code at} on. */
    static double error(float[] z, float[] x, int at, double[] share) {
        double sum = 0;
        for (int j = 0; j < share.length; j++) {
            double miss = (double) z[j] - x[at + j];
            sum += share[j] * miss * miss;
        }
        return sum;
    }

    @Override
    public void gradient(float[] z, int event, float factor, float[] delta) {
        int at = event * share.length;
        for (int j = 0; j < share.length; j++) {
            delta[j] = (float) (2 * factor * share[j] * ((double) z[j] - x[at + j]));
        }
    }

    @Override
    public String text() {
        return "reconstruction" + Arrays.toString(share);
    }
}

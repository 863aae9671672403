package hep.winnow.neural.optimise;

import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;

/** Thermal motion of weights. */
public final class Noise {
    private Noise() {}

    /** Adds a Gaussian number of standard deviation {@code sigma} to every learnt number. */
    public static void shake(Parameters parameters, double sigma, RandomStream random) {
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) != Block.Kind.STATISTICS) {
                float[] w = parameters.row(i);
                for (int j = 0; j < parameters.length(i); j++) {
                    w[j] = (float) (w[j] + sigma * random.nextGaussian());
                }
            }
        }
    }
}

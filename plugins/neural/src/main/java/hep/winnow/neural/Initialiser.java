package hep.winnow.neural;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;

/**
 * First weights, uniform in ±√(6/inputs) before a kinked activation (He et al. 2015), ±√(3/inputs) before selu (LeCun), and ±√(6/(inputs + outputs)) before all others and in the output
 * layer (Glorot and Bengio 2010). Biases are 0.
 */
final class Initialiser {
    private Initialiser() {}

    /** Draws weights layer by layer, row by row. */
    static void fill(Parameters parameters, Activation activation, RandomStream random) {
        for (int l = 0; l < parameters.layers(); l++) {
            FloatMatrix w = parameters.weights(l);
            boolean last = l == parameters.layers() - 1;
            double limit = last ? glorot(w) : limit(w, activation);
            for (int k = 0; k < w.rows(); k++) {
                float[] row = w.row(k);
                for (int j = 0; j < w.columns(); j++) {
                    row[j] = (float) random.nextDouble(-limit, limit);
                }
            }
        }
    }

    private static double limit(FloatMatrix w, Activation activation) {
        if (activation instanceof Activation.Selu) {
            return Math.sqrt(3.0 / w.rows());
        }
        boolean kinked = activation instanceof Activation.Relu
                || activation instanceof Activation.Leaky
                || activation instanceof Activation.Elu
                || activation instanceof Activation.Swish;
        return kinked ? Math.sqrt(6.0 / w.rows()) : glorot(w);
    }

    private static double glorot(FloatMatrix w) {
        return Math.sqrt(6.0 / (w.rows() + w.columns()));
    }
}

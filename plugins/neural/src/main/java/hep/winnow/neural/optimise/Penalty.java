package hep.winnow.neural.optimise;

import hep.winnow.kernels.Descent;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;

/**
 * The penalty l1·Σ|w| + l2/2·Σw² over all weights; biases and the like are free of it.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record Penalty(double l1, double l2) {
    /** Adds its gradient to {@code gradient}. */
    public void addTo(Parameters gradient, Parameters parameters) {
        if (l1 == 0 && l2 == 0) {
            return;
        }
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) == Block.Kind.WEIGHTS) {
                Descent.penalise(gradient.row(i), parameters.row(i), parameters.length(i), (float) l1, (float) l2);
            }
        }
    }

    /** Returns it. */
    public double of(Parameters parameters) {
        double absolute = 0;
        double squares = 0;
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) == Block.Kind.WEIGHTS) {
                for (int j = 0; j < parameters.length(i); j++) {
                    double w = parameters.row(i)[j];
                    absolute += Math.abs(w);
                    squares += w * w;
                }
            }
        }
        return l1 * absolute + l2 / 2 * squares;
    }
}

package hep.winnow.neural.optimise;

import hep.winnow.neural.layer.Parameters;

/**
 * Keeps the length of a gradient within a limit (Pascanu, Mikolov and Bengio 2013).
 *
 * @param norm greatest Euclidean length; infinity for no limit
 */
public record Clip(double norm) {
    /** Makes the gradient shorter if it is too long. */
    public void apply(Parameters gradient) {
        if (norm == Double.POSITIVE_INFINITY) {
            return;
        }
        double length = Math.sqrt(squares(gradient));
        if (length > norm) {
            scale(gradient, (float) (norm / length));
        }
    }

    private static double squares(Parameters gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.rows(); i++) {
            float[] g = gradient.row(i);
            for (int j = 0; j < gradient.length(i); j++) {
                sum += (double) g[j] * g[j];
            }
        }
        return sum;
    }

    private static void scale(Parameters gradient, float factor) {
        for (int i = 0; i < gradient.rows(); i++) {
            float[] g = gradient.row(i);
            for (int j = 0; j < gradient.length(i); j++) {
                g[j] *= factor;
            }
        }
    }
}

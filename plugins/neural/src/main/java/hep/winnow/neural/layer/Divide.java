package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;

/**
 * Divides each number by a constant: pixels by the value of white.
 *
 * @param by what is divided by; above 0
 */
public record Divide(double by) implements Layer {
    public Divide {
        if (!(by > 0) || Double.isInfinite(by)) {
            throw new IllegalArgumentException("numbers must be divided by one above 0, found " + by);
        }
    }

    @Override
    public String text() {
        return "divide(" + by + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new DividePass((float) (1 / by), site);
    }

    private static final class DividePass extends LayerPass {
        private final float factor;

        DividePass(float factor, Site site) {
            super(site);
            this.factor = factor;
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            multiply(input, rows);
            return input;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            multiply(input, rows);
            return input;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            multiply(delta, rows);
            return delta;
        }

        private void multiply(FloatMatrix values, int rows) {
            int n = site().input().size();
            for (int i = 0; i < rows; i++) {
                float[] row = values.row(i);
                for (int j = 0; j < n; j++) {
                    row[j] *= factor;
                }
            }
        }
    }
}

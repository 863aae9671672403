package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;

/**
 * Silences each number with probability {@code rate} in training and scales up those that stay by 1/(1 - rate), so that nothing changes in use (Srivastava et al. 2014).
 *
 * @param rate from 0 to below 1
 */
public record Dropout(double rate) implements Layer {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("the part that is dropped must be from 0 to below 1, found " + rate);
        }
    }

    @Override
    public String text() {
        return "dropout(" + rate + ")";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public LayerPass pass(Site site) {
        return new DropoutPass(rate, site);
    }

    private static final class DropoutPass extends LayerPass {
        private final double rate;
        private final FloatMatrix factors;

        DropoutPass(double rate, Site site) {
            super(site);
            this.rate = rate;
            factors = new FloatMatrix(site.trainingCapacity(), site.input().size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            return input;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            float up = (float) (1 / (1 - rate));
            int n = factors.columns();
            for (int i = 0; i < rows; i++) {
                float[] keep = factors.row(i);
                for (int j = 0; j < n; j++) {
                    keep[j] = random.nextDouble() < rate ? 0f : up;
                }
                Descent.multiply(input.row(i), keep, n);
            }
            return input;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            for (int i = 0; i < rows; i++) {
                Descent.multiply(delta.row(i), factors.row(i), factors.columns());
            }
            return delta;
        }
    }
}

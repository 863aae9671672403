package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;

/**
 * Adds Gaussian noise to each number in training, and nothing in use: before the first layer of an autoencoder it makes it a denoising one (Vincent et al. 2008).
 *
 * @param deviation standard deviation, above 0
 */
public record GaussianNoise(double deviation) implements Layer {
    public GaussianNoise {
        if (!(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("the standard deviation of noise must be above 0, found " + deviation);
        }
    }

    @Override
    public String text() {
        return "noise(" + deviation + ")";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public LayerPass pass(Site site) {
        return new NoisePass(deviation, site);
    }

    private static final class NoisePass extends LayerPass {
        private final double deviation;
        private final int columns;
        private final FloatMatrix output;

        NoisePass(double deviation, Site site) {
            super(site);
            this.deviation = deviation;
            this.columns = site.input().size();
            this.output = new FloatMatrix(site.trainingCapacity(), columns);
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            return input;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            for (int i = 0; i < rows; i++) {
                float[] in = input.row(i);
                float[] out = output.row(i);
                for (int j = 0; j < columns; j++) {
                    out[j] = in[j] + (float) (deviation * random.nextGaussian());
                }
            }
            return output;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            return delta;
        }
    }
}

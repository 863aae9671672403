package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/**
 * Output j is the greatest of the inputs j, j + n, …, j + (pieces - 1)·n of pieces·n inputs (Goodfellow et al. 2013); the first of equals has the gradient. For images: of the channels of each pixel.
 *
 * @param pieces at least 2
 */
public record Maxout(int pieces) implements Layer {
    public Maxout {
        if (pieces < 2) {
            throw new IllegalArgumentException("maxout needs at least 2 pieces, found " + pieces);
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.channels() % pieces != 0) {
            throw new IllegalArgumentException("maxout of " + pieces + " pieces takes a multiple of " + pieces
                    + " channels, found " + input.channels());
        }
        return new Shape(input.height(), input.width(), input.channels() / pieces);
    }

    @Override
    public String text() {
        return "maxout(" + pieces + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new MaxoutPass(this, site);
    }

    private static final class MaxoutPass extends LayerPass {
        private final int pixels;
        private final int channels;
        private final int in;
        private final FloatMatrix output;
        private final int[][] chosen;
        private final FloatMatrix below;

        MaxoutPass(Maxout layer, Site site) {
            super(site);
            Shape shape = layer.output(site.input());
            pixels = shape.height() * shape.width();
            channels = shape.channels();
            in = site.input().channels();
            output = new FloatMatrix(site.capacity(), shape.size());
            chosen = new int[site.capacity()][shape.size()];
            below = new FloatMatrix(site.gradientCapacity(), site.input().size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            for (int i = 0; i < rows; i++) {
                float[] x = input.row(i);
                float[] out = output.row(i);
                for (int pixel = 0; pixel < pixels; pixel++) {
                    choose(x, pixel, out, chosen[i]);
                }
            }
            return output;
        }

        private void choose(float[] x, int pixel, float[] out, int[] which) {
            for (int j = 0; j < channels; j++) {
                int best = pixel * in + j;
                for (int k = best + channels; k < (pixel + 1) * in; k += channels) {
                    best = x[k] > x[best] ? k : best;
                }
                out[pixel * channels + j] = x[best];
                which[pixel * channels + j] = best;
            }
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            return score(p, input, rows);
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            if (below.rows() > 0) {
                for (int i = 0; i < rows; i++) {
                    Arrays.fill(below.row(i), 0f);
                    for (int j = 0; j < output.columns(); j++) {
                        below.row(i)[chosen[i][j]] = delta.row(i)[j];
                    }
                }
            }
            return below;
        }
    }
}

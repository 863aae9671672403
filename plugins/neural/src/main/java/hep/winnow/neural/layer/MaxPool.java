package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/**
 * The greatest number in a window, for each channel; the first of equals has the gradient. Padding counts as minus infinity.
 *
 * @param window where it looks
 */
public record MaxPool(Window window) implements Layer {
    @Override
    public Shape output(Shape input) {
        return window.places(input, input.channels());
    }

    @Override
    public String text() {
        return "max_pool(" + window.text() + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new MaxPoolPass(this, site);
    }

    private static final class MaxPoolPass extends LayerPass {
        private final Window window;
        private final Shape image;
        private final Shape places;
        private final FloatMatrix output;
        private final int[][] chosen;
        private final FloatMatrix below;

        MaxPoolPass(MaxPool layer, Site site) {
            super(site);
            window = layer.window;
            image = site.input();
            places = layer.output(image);
            output = new FloatMatrix(site.capacity(), places.size());
            chosen = new int[site.capacity()][places.size()];
            below = new FloatMatrix(site.gradientCapacity(), image.size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            for (int i = 0; i < rows; i++) {
                int at = 0;
                for (int y = 0; y < places.height(); y++) {
                    for (int x = 0; x < places.width(); x++, at += image.channels()) {
                        choose(input.row(i), window.top(image, y), window.left(image, x), output.row(i), chosen[i], at);
                    }
                }
            }
            return output;
        }

        private void choose(float[] pixels, int top, int left, float[] out, int[] which, int at) {
            int channels = image.channels();
            int toY = Math.min(top + window.height(), image.height());
            int toX = Math.min(left + window.width(), image.width());
            int corner = (Math.max(top, 0) * image.width() + Math.max(left, 0)) * channels;
            for (int c = 0; c < channels; c++) {
                int best = corner + c;
                for (int y = Math.max(top, 0); y < toY; y++) {
                    for (int x = Math.max(left, 0); x < toX; x++) {
                        int k = (y * image.width() + x) * channels + c;
                        best = pixels[k] > pixels[best] ? k : best;
                    }
                }
                out[at + c] = pixels[best];
                which[at + c] = best;
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
                    float[] pixels = below.row(i);
                    float[] d = delta.row(i);
                    Arrays.fill(pixels, 0f);
                    for (int j = 0; j < output.columns(); j++) {
                        pixels[chosen[i][j]] += d[j];
                    }
                }
            }
            return below;
        }
    }
}

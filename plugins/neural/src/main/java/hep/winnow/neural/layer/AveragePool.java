package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/**
 * The mean of a window, for each channel. Padding does not count: at the edges it is the mean of the pixels that are there.
 *
 * @param window where it looks
 */
public record AveragePool(Window window) implements Layer {
    @Override
    public Shape output(Shape input) {
        return window.places(input, input.channels());
    }

    @Override
    public String text() {
        return "average_pool(" + window.text() + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new AveragePoolPass(this, site);
    }

    private static final class AveragePoolPass extends LayerPass {
        private final Window window;
        private final Shape image;
        private final Shape places;
        private final FloatMatrix output;
        private final FloatMatrix below;

        AveragePoolPass(AveragePool layer, Site site) {
            super(site);
            window = layer.window;
            image = site.input();
            places = layer.output(image);
            output = new FloatMatrix(site.capacity(), places.size());
            below = new FloatMatrix(site.gradientCapacity(), image.size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            for (int i = 0; i < rows; i++) {
                Arrays.fill(output.row(i), 0f);
                sweep(input.row(i), output.row(i), true);
            }
            return output;
        }

        /** Adds pixels to places, or places to pixels, over the number of pixels of the window's place. */
        private void sweep(float[] pixels, float[] means, boolean isForward) {
            int at = 0;
            for (int y = 0; y < places.height(); y++) {
                int fromY = Math.max(window.top(image, y), 0);
                int toY = Math.min(window.top(image, y) + window.height(), image.height());
                for (int x = 0; x < places.width(); x++, at += image.channels()) {
                    int fromX = Math.max(window.left(image, x), 0);
                    int toX = Math.min(window.left(image, x) + window.width(), image.width());
                    float factor = 1f / ((toY - fromY) * (toX - fromX));
                    for (int v = fromY; v < toY; v++) {
                        int from = (v * image.width() + fromX) * image.channels();
                        int to = (v * image.width() + toX) * image.channels();
                        if (isForward) {
                            add(pixels, from, to, means, at, factor);
                        } else {
                            spread(pixels, from, to, means, at, factor);
                        }
                    }
                }
            }
        }

        private void add(float[] pixels, int from, int to, float[] means, int at, float factor) {
            for (int k = from; k < to; k++) {
                int c = (k - from) % image.channels();
                means[at + c] = Math.fma(factor, pixels[k], means[at + c]);
            }
        }

        private void spread(float[] pixels, int from, int to, float[] means, int at, float factor) {
            for (int k = from; k < to; k++) {
                pixels[k] = Math.fma(factor, means[at + (k - from) % image.channels()], pixels[k]);
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
                    sweep(below.row(i), delta.row(i), false);
                }
            }
            return below;
        }
    }
}

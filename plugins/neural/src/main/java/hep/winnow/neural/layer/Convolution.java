package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Filters that slide over an image: number f of a place is a(b_f + Σ over the window of pixel·w_f), a cross-correlation as everywhere in this field. Blocks: weights (window height·width·channels x
 * filters, see {@link Patches} for the order), biases.
 *
 * @param filters number of filters, the channels of the output
 * @param window what each filter sees
 * @param activation a, element by element
 */
public record Convolution(int filters, Window window, Activation activation) implements Layer {
    /** Places whose patches are held at once. */
    private static final int PATCH_ROWS = 1024;

    public Convolution {
        if (filters < 1) {
            throw new IllegalArgumentException("a convolution needs at least 1 filter, found " + filters);
        }
        Activation.requireElementwise(activation);
    }

    @Override
    public Shape output(Shape input) {
        return window.places(input, filters);
    }

    @Override
    public List<Block> blocks(Shape input) {
        return List.of(
                Block.weights(window.height() * window.width() * input.channels(), filters), Block.biases(filters));
    }

    @Override
    public int fanOut(Shape input) {
        return window.height() * window.width() * filters;
    }

    @Override
    public String text() {
        return "convolution(" + filters + ", " + window.text() + ", " + activation.text() + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new ConvolutionPass(this, site);
    }

    /** Works through the events in groups of a fixed number, so that the bits do not depend on the machine. */
    private static final class ConvolutionPass extends LayerPass {
        private final Patches patches;
        private final int filters;
        private final int places;
        private final int group;
        private final ActivationPass activation;
        private final FloatMatrix output;
        private final FloatMatrix seen;
        private final FloatMatrix sums;
        private final FloatMatrix partial;
        private final float[] partialBias;
        private final FloatMatrix below;

        ConvolutionPass(Convolution layer, Site site) {
            super(site);
            patches = new Patches(layer.window, site.input());
            filters = layer.filters;
            places = patches.count();
            group = Math.max(1, Math.min(site.capacity(), PATCH_ROWS / places));
            activation = new ActivationPass(layer.activation, places * filters, site.trainingCapacity());
            output = new FloatMatrix(site.capacity(), places * filters);
            seen = new FloatMatrix(group * places, patches.size());
            sums = new FloatMatrix(group * places, filters);
            partial = new FloatMatrix(site.trains() ? patches.size() : 0, filters);
            partialBias = new float[filters];
            below = new FloatMatrix(site.gradientCapacity(), site.input().size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            sum(p, input, rows);
            activation.apply(output, rows);
            return output;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            sum(p, input, rows);
            activation.applyWithSlopes(output, rows);
            return output;
        }

        private void sum(Parameters p, FloatMatrix input, int rows) {
            int l = site().layer();
            for (int first = 0; first < rows; first += group) {
                int n = gather(input, first, rows);
                site().products()
                        .forward(seen, n * places, p.block(l, 0), p.block(l, 1).row(0), sums);
                for (int i = 0; i < n; i++) {
                    float[] out = output.row(first + i);
                    for (int place = 0; place < places; place++) {
                        System.arraycopy(sums.row(i * places + place), 0, out, place * filters, filters);
                    }
                }
            }
        }

        private int gather(FloatMatrix input, int first, int rows) {
            int n = Math.min(group, rows - first);
            for (int i = 0; i < n; i++) {
                patches.gather(input.row(first + i), seen, i * places);
            }
            return n;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            activation.multiplySlopes(delta, output, rows);
            int l = site().layer();
            FloatMatrix weights = gradient.block(l, 0);
            float[] biases = gradient.block(l, 1).row(0);
            for (int first = 0; first < rows; first += group) {
                int n = gather(input, first, rows);
                for (int i = 0; i < n; i++) {
                    for (int place = 0; place < places; place++) {
                        System.arraycopy(
                                delta.row(first + i), place * filters, sums.row(i * places + place), 0, filters);
                    }
                }
                boolean isFirst = first == 0;
                site().products().weightGradient(seen, sums, n * places, isFirst ? weights : partial);
                site().products().biasGradient(sums, n * places, isFirst ? biases : partialBias);
                if (!isFirst) {
                    for (int k = 0; k < weights.rows(); k++) {
                        Descent.add(weights.row(k), partial.row(k), filters);
                    }
                    Descent.add(biases, partialBias, filters);
                }
                if (below.rows() > 0) {
                    spread(p, first, n);
                }
            }
            return below;
        }

        /** The gradient by the pixels; the patches are not needed any more and their place is taken. */
        private void spread(Parameters p, int first, int n) {
            site().products().inputGradient(sums, n * places, p.transposed(site().layer()), seen);
            for (int i = 0; i < n; i++) {
                float[] pixels = below.row(first + i);
                Arrays.fill(pixels, 0f);
                patches.scatter(seen, i * places, pixels);
            }
        }
    }
}

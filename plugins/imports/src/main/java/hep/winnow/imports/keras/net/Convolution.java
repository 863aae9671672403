package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.Products;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Filters that slide over an image: number f of a place is bias_f + Σ over the window of pixel · kernel, a cross-correlation; padding counts as 0. */
public final class Convolution extends Op {
    /** Places whose pixels are held at once. */
    private static final int HELD = 1024;

    private final Places places;
    private final double[] kernel;
    private final double[] bias;

    /**
     * Makes one.
     *
     * @param kernel (window height · window width · channels) x filters, row by row
     * @param bias one per filter
     */
    public Convolution(Places places, double[] kernel, double[] bias) {
        super(places.count() * bias.length);
        this.places = places;
        this.kernel = kernel;
        this.bias = bias;
    }

    @Override
    public int parameters() {
        return kernel.length + bias.length;
    }

    @Override
    void one(double[][] in, double[] out) {
        int filters = bias.length;
        for (int place = 0; place < places.count(); place++) {
            System.arraycopy(bias, 0, out, place * filters, filters);
            for (int k = 0; k < places.covered(); k++) {
                int pixel = places.pixel(place, k);
                for (int c = 0; pixel >= 0 && c < places.channels(); c++) {
                    int row = (k * places.channels() + c) * filters;
                    for (int f = 0; f < filters; f++) {
                        out[place * filters + f] += in[0][pixel + c] * kernel[row + f];
                    }
                }
            }
        }
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return places.window().isEmpty()
                ? OptionalInt.empty()
                : graph.add(
                        new Operation.Convolution(
                                places.image(), places.window().get(), bias.length, kernel, bias),
                        arguments);
    }

    @Override
    Work work(int capacity) {
        return new Product(this, capacity);
    }

    /** As a product of matrices: what the window sees at each place, and the kernel. */
    private static final class Product implements Work {
        private final Convolution op;
        private final Products products = Products.best();
        private final FloatMatrix weights;
        private final float[] start;
        private final FloatMatrix seen;
        private final FloatMatrix sums;

        Product(Convolution op, int capacity) {
            this.op = op;
            int size = op.places.covered() * op.places.channels();
            int held = (int) Math.min(HELD, (long) capacity * op.places.count());
            weights = Floats.matrix(op.kernel, size, op.bias.length);
            start = Floats.matrix(op.bias, 1, op.bias.length).row(0);
            seen = new FloatMatrix(held, size);
            sums = new FloatMatrix(held, op.bias.length);
        }

        @Override
        public void block(List<FloatMatrix> in, int rows, FloatMatrix out) {
            int places = op.places.count();
            int filled = 0;
            for (int i = 0; i < rows; i++) {
                for (int place = 0; place < places; place++) {
                    gather(in.get(0).row(i), place, seen.row(filled++));
                    if (filled == seen.rows()) {
                        multiply((long) i * places + place + 1 - filled, filled, out);
                        filled = 0;
                    }
                }
            }
            multiply((long) rows * places - filled, filled, out);
        }

        private void gather(float[] image, int place, float[] to) {
            int channels = op.places.channels();
            for (int k = 0; k < op.places.covered(); k++) {
                int pixel = op.places.pixel(place, k);
                if (pixel < 0) {
                    Arrays.fill(to, k * channels, (k + 1) * channels, 0f);
                } else {
                    System.arraycopy(image, pixel, to, k * channels, channels);
                }
            }
        }

        private void multiply(long first, int count, FloatMatrix out) {
            int filters = op.bias.length;
            products.forward(seen, count, weights, start, sums);
            for (int t = 0; t < count; t++) {
                int event = (int) ((first + t) / op.places.count());
                int place = (int) ((first + t) % op.places.count());
                System.arraycopy(sums.row(t), 0, out.row(event), place * filters, filters);
            }
        }
    }
}

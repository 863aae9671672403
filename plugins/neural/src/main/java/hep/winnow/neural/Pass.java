package hep.winnow.neural;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.Products;

/** The way of a block of events through a network, and of the gradient back: buffers of one thread. */
final class Pass {
    private final Products products = Products.scalar();
    private final ActivationKernel activation;
    /** Outputs of each layer, those of the inputs first; the last layer's are plain sums. */
    private final FloatMatrix[] outputs;

    /**
     * Makes buffers.
     *
     * @param widths number of inputs, then of the outputs of each layer
     * @param capacity greatest number of events
     */
    Pass(int[] widths, ActivationKernel activation, int capacity) {
        this.activation = activation;
        this.outputs = new FloatMatrix[widths.length];
        for (int l = 0; l < widths.length; l++) {
            outputs[l] = new FloatMatrix(capacity, widths[l]);
        }
    }

    /** Returns where inputs go, a row per event. */
    FloatMatrix input() {
        return outputs[0];
    }

    /** Returns the sums of the last layer, a row per event. */
    FloatMatrix sums() {
        return outputs[outputs.length - 1];
    }

    /** Computes {@link #sums} of the first {@code rows} events. */
    void forward(Parameters p, int rows) {
        for (int l = 0; l < p.layers(); l++) {
            sum(p, l, rows);
            if (l < p.layers() - 1) {
                for (int i = 0; i < rows; i++) {
                    activation.apply(outputs[l + 1].row(i), p.weights(l).columns());
                }
            }
        }
    }

    private void sum(Parameters p, int l, int rows) {
        products.forward(outputs[l], rows, p.weights(l), p.biases(l), outputs[l + 1]);
    }

    /** What training needs besides: derivatives, gradients, dropout. */
    static final class Training {
        private final Pass pass;
        private final FloatMatrix[] slopes;
        private final FloatMatrix[] deltas;
        private final Parameters gradient;
        private final double dropout;

        /** Makes buffers; see {@link Pass#Pass}. {@code dropout} is the part of the hidden neurons that is silenced. */
        Training(int[] widths, ActivationKernel activation, int capacity, double dropout) {
            this.pass = new Pass(widths, activation, capacity);
            this.dropout = dropout;
            this.gradient = new Parameters(widths);
            int layers = widths.length - 1;
            slopes = new FloatMatrix[layers];
            deltas = new FloatMatrix[layers];
            for (int l = 0; l < layers; l++) {
                slopes[l] = new FloatMatrix(capacity, widths[l + 1]);
                deltas[l] = new FloatMatrix(capacity, widths[l + 1]);
            }
        }

        FloatMatrix input() {
            return pass.input();
        }

        FloatMatrix sums() {
            return pass.sums();
        }

        /** Returns where the gradient of the loss by {@link #sums} goes. */
        FloatMatrix delta() {
            return deltas[deltas.length - 1];
        }

        /** Returns what {@link #backward} found. */
        Parameters gradient() {
            return gradient;
        }

        /** Computes {@link #sums} of the first {@code rows} events, neurons silenced by {@code random}. */
        void forward(Parameters p, int rows, RandomStream random) {
            for (int l = 0; l < p.layers(); l++) {
                pass.sum(p, l, rows);
                if (l < p.layers() - 1) {
                    int n = p.weights(l).columns();
                    for (int i = 0; i < rows; i++) {
                        float[] z = pass.outputs[l + 1].row(i);
                        pass.activation.apply(z, slopes[l].row(i), n);
                        if (dropout > 0) {
                            silence(z, slopes[l].row(i), n, random);
                        }
                    }
                }
            }
        }

        /** Inverted dropout: those that stay are scaled up, so that nothing changes in use. */
        private void silence(float[] z, float[] slope, int n, RandomStream random) {
            float factor = (float) (1 / (1 - dropout));
            for (int j = 0; j < n; j++) {
                float keep = random.nextDouble() < dropout ? 0f : factor;
                z[j] *= keep;
                slope[j] *= keep;
            }
        }

        /**
         * Computes {@link #gradient}, summed over the first {@code rows} events, from {@link #delta}.
         *
         * @param transposed the weights of each layer transposed; that of the first is not used
         */
        void backward(FloatMatrix[] transposed, int rows) {
            for (int l = deltas.length - 1; l >= 0; l--) {
                pass.products.weightGradient(pass.outputs[l], deltas[l], rows, gradient.weights(l));
                pass.products.biasGradient(deltas[l], rows, gradient.biases(l));
                if (l > 0) {
                    FloatMatrix below = deltas[l - 1];
                    pass.products.inputGradient(deltas[l], rows, transposed[l], below);
                    for (int i = 0; i < rows; i++) {
                        Descent.multiply(below.row(i), slopes[l - 1].row(i), below.columns());
                    }
                }
            }
        }
    }
}

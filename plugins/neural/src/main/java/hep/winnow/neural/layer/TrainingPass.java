package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;

/** The way of a shard through a network, and of the gradient back: buffers of one thread. */
final class TrainingPass {
    private final LayerPass[] layers;
    /** What each layer takes in, and last the outputs. */
    private final FloatMatrix[] values;

    private final FloatMatrix outputDelta;
    private final Parameters gradient;
    private FloatMatrix delta;

    TrainingPass(Network network, int capacity, boolean toInputs) {
        layers = network.passes(capacity, true, toInputs).toArray(LayerPass[]::new);
        values = new FloatMatrix[layers.length + 1];
        values[0] = new FloatMatrix(capacity, network.inputs());
        outputDelta = new FloatMatrix(capacity, network.outputs());
        delta = outputDelta;
        gradient = network.zeros();
    }

    FloatMatrix input() {
        return values[0];
    }

    FloatMatrix output() {
        return values[layers.length];
    }

    /** Returns where the gradient by {@link #output} goes. */
    FloatMatrix outputDelta() {
        return outputDelta;
    }

    /** Returns the gradient by the inputs that {@link #backward} found, if it is made for it. */
    FloatMatrix inputGradient() {
        return delta;
    }

    Parameters gradient() {
        return gradient;
    }

    LayerPass layer(int l) {
        return layers[l];
    }

    void gather(int l, int rows) {
        layers[l].gather(values[l], rows);
    }

    void gatherDelta(int l, int rows) {
        layers[l].gatherDelta(deltaOf(l), rows);
    }

    /** Carries the first {@code rows} events through the layers {@code from} to {@code to - 1}. */
    void forward(Parameters p, int from, int to, int rows, RandomStream random) {
        for (int l = from; l < to; l++) {
            values[l + 1] = layers[l].forward(p, values[l], rows, random);
        }
    }

    /** Carries the gradient from layer {@code from - 1} down to layer {@code to}, or to the lowest one that learns or is asked for the gradient by its inputs. */
    void backward(Parameters p, int from, int to, int rows) {
        for (int l = from - 1; l >= to && deltaOf(l).rows() > 0; l--) {
            delta = layers[l].backward(p, values[l], deltaOf(l), rows, gradient);
        }
    }

    private FloatMatrix deltaOf(int l) {
        return l == layers.length - 1 ? outputDelta : delta;
    }
}

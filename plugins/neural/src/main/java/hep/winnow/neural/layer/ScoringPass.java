package hep.winnow.neural.layer;

import hep.winnow.kernels.FloatMatrix;

/** The way of a block of events through a network in use: no dropout, no randomness. Buffers of one thread; nothing is allocated after it is made. */
public final class ScoringPass {
    private final LayerPass[] layers;
    private final FloatMatrix input;
    private final int capacity;

    /** Makes buffers for at most {@code capacity} events at once. */
    public ScoringPass(Network network, int capacity) {
        this.layers = network.passes(capacity, false, false).toArray(LayerPass[]::new);
        this.input = new FloatMatrix(capacity, network.inputs());
        this.capacity = capacity;
    }

    /** Returns where inputs go, a row per event. */
    public FloatMatrix input() {
        return input;
    }

    /** Returns the greatest number of events. */
    public int capacity() {
        return capacity;
    }

    /** Returns the outputs of the first {@code rows} events, a row each; overwritten by the next call, which may also change the input. */
    public FloatMatrix forward(Parameters p, int rows) {
        FloatMatrix x = input;
        for (LayerPass layer : layers) {
            x = layer.score(p, x, rows);
        }
        return x;
    }
}

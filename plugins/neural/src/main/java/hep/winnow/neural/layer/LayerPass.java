package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.List;

/**
 * A layer at work: buffers of one thread. What a method returns is overwritten by its next call. A layer may multiply the numbers of its input by factors of 0 or more, whose gradient then is multiplied too, and
 * change them in no other way: what a layer has handed on keeps its signs, and nothing else of it is sure.
 */
abstract class LayerPass {
    private final Site site;

    LayerPass(Site site) {
        this.site = site;
    }

    final Site site() {
        return site;
    }

    /** Returns the outputs of the first {@code rows} events, as in use: dropout off, running statistics. */
    abstract FloatMatrix score(Parameters p, FloatMatrix input, int rows);

    /** Returns the outputs of the first {@code rows} events, as in training, and keeps what {@link #backward} needs besides the input. */
    abstract FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random);

    /**
     * Writes the gradient of its numbers, summed over the events, and returns the gradient by its input.
     *
     * @param input of {@link #forward}, unless that was changed in place
     * @param delta gradient by the output, changed
     * @param gradient where that of its own numbers goes
     * @return rows x inputs; unspecified unless the site is made for it
     */
    abstract FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient);

    /** Looks at this shard's input, before {@link #forward}: where the shards of a batch must come together, as {@link BatchPass} knows. */
    void gather(FloatMatrix input, int rows) {}

    /** Merges what the shards of a batch, in order, have gathered, into all of them. Called on one of them. */
    void share(List<LayerPass> shards) {}

    /** Looks at this shard's gradient by the output. */
    void gatherDelta(FloatMatrix delta, int rows) {}

    /** Merges what {@link #gatherDelta} found, like {@link #share}. */
    void shareDelta(List<LayerPass> shards) {}

    /** Updates running statistics from what {@link #share} found; called once per batch. {@code part} is the batch's size in units of the usual one. */
    void remember(Parameters p, double part) {}
}

package hep.winnow.neural.layer;

import java.util.List;

/** What a layer is: how it changes the shape of an event, and which numbers it learns. Immutable; the work is done by the passes that it makes. */
public sealed interface Layer
        permits Dense,
                Convolution,
                MaxPool,
                AveragePool,
                Flatten,
                Divide,
                Dropout,
                GaussianNoise,
                BatchNorm,
                Maxout,
                Softmax {
    /** Returns the shape of its output; throws {@link IllegalArgumentException} where {@code input} does not fit. */
    Shape output(Shape input);

    /** Returns the blocks of its numbers, in the order in which they are kept; empty if it has none. */
    List<Block> blocks(Shape input);

    /** Returns what it is, in the words of {@link LayerText}: {@code dense(64, relu)}. */
    String text();

    /** Returns the number of outputs that each input reaches, for the limits of {@link Init}; 0 for a layer that draws none. */
    default int fanOut(Shape input) {
        return 0;
    }

    /** Tells whether it draws random numbers in training. */
    default boolean isRandom() {
        return false;
    }

    /** Makes buffers for one thread. */
    LayerPass pass(Site site);
}

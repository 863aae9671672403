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
    /** Returns the shape of its output, that of {@code input} unless the layer changes it; throws {@link IllegalArgumentException} where {@code input} does not fit. */
    default Shape output(Shape input) {
        return input;
    }

    /** Returns the blocks of its numbers, in the order in which they are kept; empty if it learns none. */
    default List<Block> blocks(Shape input) {
        return List.of();
    }

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

package hep.winnow.neural.layer;

import hep.winnow.kernels.Products;

/**
 * Where in a network a pass works, and for how many events at once.
 *
 * @param layer index of the layer, 0 for the first
 * @param input shape of what comes in
 * @param capacity greatest number of events
 * @param use what for
 * @param products the matrix products of this thread
 */
record Site(int layer, Shape input, int capacity, Use use, Products products) {
    /** What a pass is for. */
    enum Use {
        /** Outputs alone. */
        SCORE,
        /** Outputs and the gradient of the layer's own numbers. */
        TRAIN,
        /** The gradient by the inputs besides. */
        TRAIN_THROUGH
    }

    boolean trains() {
        return use != Use.SCORE;
    }

    /** Returns the capacity of buffers that only training needs. */
    int trainingCapacity() {
        return trains() ? capacity : 0;
    }

    /** Returns the capacity of a buffer for the gradient by the inputs. */
    int gradientCapacity() {
        return use == Use.TRAIN_THROUGH ? capacity : 0;
    }
}

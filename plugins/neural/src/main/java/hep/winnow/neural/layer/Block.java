package hep.winnow.neural.layer;

/**
 * A matrix of numbers that belongs to a layer.
 *
 * @param name what the layer calls it: {@code weights}, {@code biases}
 * @param kind what it is for
 * @param rows extent; 1 for a vector
 * @param columns extent
 * @param start what its numbers are before training, unless they are drawn
 */
public record Block(String name, Kind kind, int rows, int columns, float start) {
    /** What becomes of a block. */
    public enum Kind {
        /** Drawn at random, learnt, and held down by penalties. */
        WEIGHTS,
        /** Learnt, but free of penalties: biases and the like. */
        OFFSETS,
        /** Not learnt but measured: running means and variances. */
        STATISTICS
    }

    /** Returns the weights of {@code inputs} x {@code outputs}. */
    static Block weights(int inputs, int outputs) {
        return new Block("weights", Kind.WEIGHTS, inputs, outputs, 0);
    }

    /** Returns {@code n} biases, which start at 0. */
    static Block biases(int n) {
        return new Block("biases", Kind.OFFSETS, 1, n, 0);
    }

    /** Returns how many numbers it holds. */
    public int size() {
        return rows * columns;
    }
}

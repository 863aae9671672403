package hep.winnow.imports.keras;

import java.util.Arrays;

/**
 * A tensor of an event on its way through a net.
 *
 * @param node of the net that makes it
 * @param shape extents, one at least; numbers lie row by row
 * @param last name of the function that was applied last; empty if none was
 */
record Value(int node, int[] shape, String last) {
    /** Returns how many numbers it has. */
    int size() {
        return size(shape);
    }

    static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Returns the last extent. */
    int channels() {
        return shape[shape.length - 1];
    }

    /** Returns the same numbers in another shape. */
    Value shaped(int... extents) {
        return new Value(node, extents, last);
    }
}

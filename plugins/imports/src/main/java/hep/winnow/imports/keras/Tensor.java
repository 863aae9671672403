package hep.winnow.imports.keras;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers of a file, all finite.
 *
 * @param where they stand, for messages
 * @param shape extents; none for a single number
 * @param values row by row
 * @param isDouble whether they are of 64 bits there
 */
record Tensor(String where, int[] shape, double[] values, boolean isDouble) {
    /** Returns the shape for messages: {@code 3 x 4}. */
    static String text(int[] shape) {
        return shape.length == 0
                ? "one number"
                : Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
    }
}

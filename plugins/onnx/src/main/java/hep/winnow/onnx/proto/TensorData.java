package hep.winnow.onnx.proto;

import java.util.Arrays;
import java.util.List;

/**
 * A constant of a graph.
 *
 * @param name of the value
 * @param type of its numbers
 * @param dims extents; none for a scalar
 * @param values in row-major order; truth values as 0 and 1
 */
public record TensorData(String name, ElementType type, List<Long> dims, double[] values) {
    public TensorData {
        dims = List.copyOf(dims);
        long size = 1;
        for (long dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException("constant '" + name + "' has an extent of " + dim);
            }
            size = Math.multiplyExact(size, dim);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "constant '" + name + "' of extents " + dims + " has " + values.length + " numbers");
        }
    }

    /** Returns whole numbers in a row. */
    public static TensorData wholes(String name, long... values) {
        return new TensorData(
                name,
                ElementType.INT64,
                List.of((long) values.length),
                Arrays.stream(values).asDoubleStream().toArray());
    }
}

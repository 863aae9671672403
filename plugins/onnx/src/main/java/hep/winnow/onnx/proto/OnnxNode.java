package hep.winnow.onnx.proto;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An operator in a graph.
 *
 * @param operator its name, such as {@code Gemm}
 * @param inputs names of the values that it takes
 * @param outputs names of the values that it makes
 * @param attributes by name, sorted: a {@link Long}, a {@link Float} or a list of longs; attributes of other kinds are left out when a file is read
 */
public record OnnxNode(String operator, List<String> inputs, List<String> outputs, Map<String, Object> attributes) {
    public OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** Returns a whole number among its attributes. */
    public long whole(String name, long otherwise) {
        return attributes.get(name) instanceof Long value ? value : otherwise;
    }

    /** Returns a real number among its attributes. */
    public float real(String name, float otherwise) {
        return attributes.get(name) instanceof Float value ? value : otherwise;
    }

    /** Returns whole numbers among its attributes; empty if there are none of that name. */
    public long[] wholes(String name) {
        return attributes.get(name) instanceof List<?> list
                ? list.stream().mapToLong(v -> (Long) v).toArray()
                : new long[0];
    }
}

package hep.winnow.onnx.write;

import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.OnnxNode;
import hep.winnow.onnx.proto.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects operators and constants. Names that it makes begin with {@code winnow/}, so that they meet no name of a user. */
final class OnnxBuilder {
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, TensorData> constants = new LinkedHashMap<>();
    private int count;

    List<OnnxNode> nodes() {
        return nodes;
    }

    List<TensorData> constants() {
        return List.copyOf(constants.values());
    }

    /** Adds an operator of one output and returns the name of that. */
    String add(String operator, Map<String, Object> attributes, String... inputs) {
        String name = "winnow/" + operator + "_" + count++;
        add(operator, attributes, List.of(name), inputs);
        return name;
    }

    String add(String operator, String... inputs) {
        return add(operator, Map.of(), inputs);
    }

    /** Adds an operator whose outputs have names already. */
    void add(String operator, Map<String, Object> attributes, List<String> outputs, String... inputs) {
        nodes.add(new OnnxNode(operator, Arrays.asList(inputs), outputs, attributes));
    }

    /** Returns the name of a constant. */
    String constant(ElementType type, List<Long> dims, double... values) {
        for (TensorData other : constants.values()) {
            boolean isSame = values.length < 64
                    && other.type() == type
                    && other.dims().equals(dims)
                    && Arrays.equals(other.values(), values);
            if (isSame) {
                return other.name();
            }
        }
        String name = "winnow/constant_" + constants.size();
        constants.put(name, new TensorData(name, type, dims, values));
        return name;
    }

    /** Returns the name of a row, one number per column. */
    String row(ElementType type, double... values) {
        return constant(type, List.of(1L, (long) values.length), values);
    }

    /** Returns the name of whole numbers, such as a shape. */
    String wholes(long... values) {
        return constant(
                ElementType.INT64,
                List.of((long) values.length),
                Arrays.stream(values).asDoubleStream().toArray());
    }

    String reshape(String x, long... shape) {
        return add("Reshape", x, wholes(shape));
    }

    String cast(String x, ElementType type) {
        return add("Cast", Map.of("to", (long) type.code()), x);
    }
}

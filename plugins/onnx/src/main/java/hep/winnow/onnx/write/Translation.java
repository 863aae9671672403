package hep.winnow.onnx.write;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.onnx.proto.ElementType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes operators of ONNX (opset 17) of a graph, node by node. Every value is events x numbers. */
final class Translation {
    private static final Map<String, Object> ACROSS = Map.of("axis", 1L);

    private final OnnxBuilder out;
    private final Graph graph;
    private final ElementType outside;
    private final List<String> values = new ArrayList<>();
    private final Map<String, String> casts = new HashMap<>();

    private Translation(OnnxBuilder out, Graph graph, ElementType outside) {
        this.out = out;
        this.graph = graph;
        this.outside = outside;
    }

    /**
     * Adds a graph and returns the name of its output.
     *
     * @param input name of the value that it takes
     * @param outside type of that value
     */
    static String of(OnnxBuilder out, Graph graph, String input, ElementType outside) {
        Translation translation = new Translation(out, graph, outside);
        translation.values.add(input);
        for (Graph.Node node : graph.nodes().subList(1, graph.nodes().size())) {
            translation.values.add(translation.value(node));
        }
        return translation.values.get(translation.values.size() - 1);
    }

    static ElementType type(Precision precision) {
        return precision == Precision.FLOAT ? ElementType.FLOAT : ElementType.DOUBLE;
    }

    /** Returns the type that a value has where it was made. */
    private ElementType typeOf(int node) {
        return node == 0 ? outside : type(graph.nodes().get(node).precision());
    }

    /** Returns an argument in the precision of its node. */
    private String argument(Graph.Node node, int index) {
        int from = node.arguments().get(index);
        ElementType type = type(node.precision());
        if (typeOf(from) == type) {
            return values.get(from);
        }
        return casts.computeIfAbsent(from + " " + type, k -> out.cast(values.get(from), type));
    }

    private String[] arguments(Graph.Node node) {
        String[] names = new String[node.arguments().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = argument(node, i);
        }
        return names;
    }

    private String value(Graph.Node node) {
        Operation operation = node.operation();
        ElementType type = type(node.precision());
        if (operation instanceof Operation.Dense dense) {
            String weights =
                    out.constant(type, List.of((long) dense.inputs(), (long) dense.outputs()), dense.weights());
            String bias = out.constant(type, List.of((long) dense.outputs()), dense.bias());
            return out.add("Gemm", argument(node, 0), weights, bias);
        }
        if (operation instanceof Operation.Convolution convolution) {
            return Images.convolution(out, convolution, argument(node, 0), type);
        }
        if (operation instanceof Operation.Pool pool) {
            return Images.pool(out, pool, argument(node, 0));
        }
        if (operation instanceof Operation.Apply apply) {
            return apply(apply, argument(node, 0), type);
        }
        if (operation instanceof Operation.Scale scale) {
            return scale(scale, node.width(), argument(node, 0), type);
        }
        if (operation instanceof Operation.Interpolate interpolate) {
            return KnotSearch.add(out, interpolate, argument(node, 0), type);
        }
        return rest(node);
    }

    private String rest(Graph.Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Softmax softmax) {
            return softmax(softmax.group(), node.width(), argument(node, 0));
        }
        if (operation instanceof Operation.Maxout maxout) {
            return maxout(maxout, node.width(), argument(node, 0));
        }
        if (operation instanceof Operation.Sort) {
            String sorted = "winnow/sorted_" + values.size();
            out.add(
                    "TopK",
                    Map.of("axis", 1L, "largest", 0L, "sorted", 1L),
                    List.of(sorted, sorted + "_places"),
                    argument(node, 0),
                    out.wholes(node.width()));
            return sorted;
        }
        if (operation instanceof Operation.Select select) {
            long[] columns =
                    java.util.Arrays.stream(select.columns()).asLongStream().toArray();
            return out.add("Gather", ACROSS, argument(node, 0), out.wholes(columns));
        }
        if (operation instanceof Operation.Join) {
            return out.add("Concat", ACROSS, arguments(node));
        }
        if (operation instanceof Operation.Add) {
            return out.add("Add", arguments(node));
        }
        if (operation instanceof Operation.Subtract) {
            return out.add("Sub", arguments(node));
        }
        if (operation instanceof Operation.Multiply) {
            return out.add("Mul", arguments(node));
        }
        if (operation instanceof Operation.Fill fill) {
            return MissingValues.fill(
                    out,
                    fill,
                    values.get(node.arguments().get(0)),
                    typeOf(node.arguments().get(0)),
                    type(node.precision()));
        }
        if (operation instanceof Operation.WhereFinite) {
            return whereFinite(node);
        }
        if (operation instanceof Operation.Convert) {
            return argument(node, 0);
        }
        throw new IllegalStateException("no operator of ONNX is " + operation);
    }

    private String whereFinite(Graph.Node node) {
        List<String> tested = new ArrayList<>();
        for (int from : node.arguments().subList(1, node.arguments().size())) {
            tested.add(MissingValues.isFinite(out, values.get(from), typeOf(from)));
        }
        return MissingValues.where(out, tested, argument(node, 0), type(node.precision()));
    }

    private String apply(Operation.Apply apply, String x, ElementType type) {
        float parameter = (float) apply.parameter();
        return switch (apply.function()) {
            case SIGMOID -> out.add("Sigmoid", x);
            case TANH -> out.add("Tanh", x);
            case RELU -> out.add("Relu", x);
            case SQRT -> out.add("Sqrt", x);
            case SWISH -> out.add("Mul", x, out.add("Sigmoid", x));
            // ONNX Runtime has these for float alone.
            case LEAKY -> inFloat("LeakyRelu", Map.of("alpha", parameter), x, type);
            case ELU -> inFloat("Elu", Map.of("alpha", parameter), x, type);
            case SOFTPLUS -> inFloat("Softplus", Map.of(), x, type);
        };
    }

    private String inFloat(String operator, Map<String, Object> attributes, String x, ElementType type) {
        if (type == ElementType.FLOAT) {
            return out.add(operator, attributes, x);
        }
        return out.cast(out.add(operator, attributes, out.cast(x, ElementType.FLOAT)), type);
    }

    private String scale(Operation.Scale scale, int width, String x, ElementType type) {
        String y = x;
        y = isAll(scale.subtract(), 0) ? y : out.add("Sub", y, row(scale.subtract(), width, type));
        y = isAll(scale.multiply(), 1) ? y : out.add("Mul", y, row(scale.multiply(), width, type));
        return isAll(scale.add(), 0) ? y : out.add("Add", y, row(scale.add(), width, type));
    }

    private static boolean isAll(double[] values, double value) {
        return java.util.Arrays.stream(values).allMatch(v -> v == value);
    }

    /** One number serves all columns; else they are repeated until each has its own. */
    private String row(double[] values, int width, ElementType type) {
        double[] all = new double[values.length == 1 ? 1 : width];
        java.util.Arrays.setAll(all, j -> values[j % values.length]);
        return out.row(type, all);
    }

    private String softmax(int group, int width, String x) {
        if (group == width) {
            return out.add("Softmax", ACROSS, x);
        }
        String groups = out.reshape(x, 0, width / group, group);
        return out.reshape(out.add("Softmax", Map.of("axis", 2L), groups), 0, width);
    }

    private String maxout(Operation.Maxout maxout, int width, String x) {
        int n = maxout.group() / maxout.pieces();
        String groups = out.reshape(x, 0, width / n, maxout.pieces(), n);
        Map<String, Object> attributes = Map.of("axes", List.of(2L), "keepdims", 0L);
        return out.reshape(out.add("ReduceMax", attributes, groups), 0, width);
    }
}

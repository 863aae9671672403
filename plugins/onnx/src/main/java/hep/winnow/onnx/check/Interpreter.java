package hep.winnow.onnx.check;

import hep.winnow.api.graph.Function;
import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.OnnxFile;
import hep.winnow.onnx.proto.OnnxNode;
import hep.winnow.onnx.proto.TensorData;
import hep.winnow.onnx.proto.ValueInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries out a graph by <a href="https://onnx.ai/onnx/operators/">the definitions of the operators</a> that we write, one number at a time. */
public final class Interpreter {
    private final Map<String, Value> values = new HashMap<>();

    private Interpreter() {}

    /**
     * Scores events.
     *
     * @param file with inputs that are columns, or one matrix
     * @param events each one number per input
     * @return the numbers of all outputs, event by event
     * @throws IllegalArgumentException if the graph does not fit together, or has an operator that we do not write
     */
    public static List<double[]> score(OnnxFile file, List<double[]> events) {
        Interpreter interpreter = new Interpreter();
        for (TensorData constant : file.constants()) {
            interpreter.values.put(constant.name(), Value.of(constant));
        }
        int column = 0;
        for (ValueInfo input : file.inputs()) {
            int columns = Math.toIntExact(input.dims().orElseThrow().get(1).orElseThrow());
            interpreter.values.put(input.name(), columns(input, events, column, columns));
            column += columns;
        }
        file.nodes().forEach(interpreter::carryOut);
        return interpreter.rows(file.outputs(), events.size());
    }

    private static Value columns(ValueInfo input, List<double[]> events, int first, int columns) {
        double[] data = new double[events.size() * columns];
        for (int i = 0; i < data.length; i++) {
            data[i] = events.get(i / columns)[first + i % columns];
        }
        ElementType type = ElementType.of(input.type()).orElseThrow();
        return new Value(type, new int[] {events.size(), columns}, data);
    }

    private List<double[]> rows(List<ValueInfo> outputs, int events) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            List<Double> row = new ArrayList<>();
            for (ValueInfo output : outputs) {
                Value value = value(output.name());
                if (value.dims().length != 2 || value.dim(0) != events) {
                    throw new IllegalArgumentException("output '" + output.name() + "' is not events x numbers");
                }
                for (int k = 0; k < value.dim(1); k++) {
                    row.add(value.data()[i * value.dim(1) + k]);
                }
            }
            rows.add(row.stream().mapToDouble(v -> v).toArray());
        }
        return rows;
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no operator makes '" + name + "' before it is used");
        }
        return value;
    }

    private void carryOut(OnnxNode node) {
        if (values.put(node.outputs().get(0), result(node)) != null) {
            throw new IllegalArgumentException(
                    "two operators make '" + node.outputs().get(0) + "'");
        }
    }

    private Value result(OnnxNode node) {
        List<Value> inputs = node.inputs().stream().map(this::value).toList();
        Value x = inputs.get(0);
        Value y = inputs.get(inputs.size() - 1);
        float alpha = node.real("alpha", 0);
        int axis = (int) node.whole("axis", 0);
        return switch (node.operator()) {
            case "Identity" -> x;
            case "Cast" -> cast(x, ElementType.of(node.whole("to", 0)).orElseThrow());
            case "Concat" -> Shaping.concat(inputs, axis);
            case "Gather" -> Shaping.gather(x, y, axis);
            case "Reshape" -> Shaping.reshape(x, y);
            case "Transpose" -> Shaping.transpose(x, node.wholes("perm"));
            case "TopK" -> sorted(node, x);
            case "Softmax" -> softmax(x, axis);
            case "ReduceMax" -> reduce(node, x, true);
            case "ReduceMin" -> reduce(node, x, false);
            case "Gemm" -> Sums.gemm(x, inputs.get(1), y);
            case "Conv" -> Sums.convolution(node, x, inputs.get(1), y);
            case "MaxPool", "AveragePool" -> Sums.pool(node, x);
            case "Where" -> Elementwise.where(x, inputs.get(1), y);
            case "LeakyRelu" -> Elementwise.map(x, z -> Function.LEAKY.of(z, alpha));
            case "Elu" -> Elementwise.map(x, z -> Function.ELU.of(z, alpha));
            default -> plain(node.operator(), x, y);
        };
    }

    private static Value plain(String operator, Value x, Value y) {
        return switch (operator) {
            case "Add" -> Elementwise.combine(x, y, Double::sum);
            case "Sub" -> Elementwise.combine(x, y, (a, b) -> a - b);
            case "Mul" -> Elementwise.combine(x, y, (a, b) -> a * b);
            case "Max" -> Elementwise.combine(x, y, Math::max);
            case "Min" -> Elementwise.combine(x, y, Math::min);
            case "Or" -> Elementwise.combine(x, y, Math::max);
            case "Equal" -> Elementwise.combine(x, y, ElementType.BOOL, (a, b) -> a == b ? 1 : 0);
            case "GreaterOrEqual" -> Elementwise.combine(x, y, ElementType.BOOL, (a, b) -> a >= b ? 1 : 0);
            case "LessOrEqual" -> Elementwise.combine(x, y, ElementType.BOOL, (a, b) -> a <= b ? 1 : 0);
            case "IsNaN" -> Elementwise.map(x, ElementType.BOOL, z -> Double.isNaN(z) ? 1 : 0);
            case "Abs" -> Elementwise.map(x, Math::abs);
            case "Relu" -> Elementwise.map(x, z -> Function.RELU.of(z, 0));
            case "Sigmoid" -> Elementwise.map(x, z -> Function.SIGMOID.of(z, 0));
            case "Tanh" -> Elementwise.map(x, z -> Function.TANH.of(z, 0));
            case "Softplus" -> Elementwise.map(x, z -> Function.SOFTPLUS.of(z, 0));
            case "Sqrt" -> Elementwise.map(x, Math::sqrt);
            default -> throw new IllegalArgumentException("an operator '" + operator + "' that we do not write");
        };
    }

    private static Value cast(Value x, ElementType type) {
        return Elementwise.map(x, type, z -> type == ElementType.BOOL ? (z != 0 ? 1 : 0) : z);
    }

    private static Value sorted(OnnxNode node, Value x) {
        if (node.whole("largest", 1) != 0 || node.whole("axis", -1) != x.dims().length - 1) {
            throw new IllegalArgumentException("an order that we do not write");
        }
        return Shaping.sorted(x);
    }

    private static Value softmax(Value x, int axis) {
        if (axis != x.dims().length - 1) {
            throw new IllegalArgumentException("a softmax along axis " + axis);
        }
        return Shaping.softmax(x);
    }

    private static Value reduce(OnnxNode node, Value x, boolean isMaximum) {
        int axis = (int) node.wholes("axes")[0];
        return Shaping.reduce(x, axis, node.whole("keepdims", 1) == 1, isMaximum ? Math::max : Math::min);
    }
}

package hep.winnow.imports.keras;

import hep.winnow.api.graph.Operation;
import hep.winnow.imports.keras.net.Join;
import hep.winnow.imports.keras.net.Merge;
import hep.winnow.imports.keras.net.Op;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads layers that put several tensors together. */
final class MergeLayers {
    private MergeLayers() {}

    /** Returns what such a layer makes; empty if the layer is none. */
    static Optional<Value> read(LayerReader reader, LayerSpec spec, List<Value> in) {
        int width = in.isEmpty() ? 0 : in.get(0).size();
        return switch (spec.className()) {
            case "Add" -> merged(reader, spec, new Merge(width, Double::sum, Optional.of(new Operation.Add()), 1), in);
            case "Subtract" ->
                merged(reader, spec, new Merge(width, (a, b) -> a - b, Optional.of(new Operation.Subtract()), 1), in);
            case "Multiply" ->
                merged(reader, spec, new Merge(width, (a, b) -> a * b, Optional.of(new Operation.Multiply()), 1), in);
            case "Average" ->
                merged(
                        reader,
                        spec,
                        new Merge(width, Double::sum, Optional.of(new Operation.Add()), 1.0 / Math.max(1, in.size())),
                        in);
            case "Maximum" -> merged(reader, spec, new Merge(width, Math::max, Optional.empty(), 1), in);
            case "Minimum" -> merged(reader, spec, new Merge(width, Math::min, Optional.empty(), 1), in);
            case "Concatenate" -> Optional.of(joined(reader, spec, in));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> merged(LayerReader reader, LayerSpec spec, Op op, List<Value> in) {
        checkCount(spec, in);
        int[] shape = in.get(0).shape();
        for (Value other : in) {
            if (!Arrays.equals(other.shape(), shape)) {
                throw spec.error(
                        "it is given " + Tensor.text(shape) + " and " + Tensor.text(other.shape())
                                + " numbers, expected the same shape",
                        LayerReader.REBUILD);
            }
        }
        return Optional.of(reader.add(spec, op, shape, in.toArray(Value[]::new)));
    }

    private static void checkCount(LayerSpec spec, List<Value> in) {
        if (in.size() < 2 || spec.className().equals("Subtract") && in.size() != 2) {
            throw spec.error("it is given " + in.size() + " tensors, expected 2 or more", "the file is damaged");
        }
    }

    private static Value joined(LayerReader reader, LayerSpec spec, List<Value> in) {
        checkCount(spec, in);
        int[] shape = in.get(0).shape().clone();
        int asked = spec.integer(-1, "axis");
        int axis = asked < 0 ? shape.length + asked : asked - 1;
        if (axis < 0 || axis >= shape.length) {
            throw spec.error(
                    "there is no axis " + asked + " of " + Tensor.text(shape) + " numbers", "the file is damaged");
        }
        int[] runs = new int[in.size()];
        int sum = 0;
        for (int a = 0; a < runs.length; a++) {
            int[] other = in.get(a).shape().clone();
            if (other.length == shape.length) {
                sum += other[axis];
                other[axis] = shape[axis];
            }
            if (!Arrays.equals(other, shape)) {
                throw spec.error(
                        "it is given " + Tensor.text(in.get(0).shape()) + " and "
                                + Tensor.text(in.get(a).shape()) + " numbers along axis " + asked,
                        "the file is damaged");
            }
            int[] inner = Arrays.copyOfRange(in.get(a).shape(), axis, shape.length);
            runs[a] = Value.size(inner);
        }
        int times = Value.size(Arrays.copyOf(shape, axis));
        shape[axis] = sum;
        return reader.add(spec, new Join(runs, times), shape, in.toArray(Value[]::new));
    }
}

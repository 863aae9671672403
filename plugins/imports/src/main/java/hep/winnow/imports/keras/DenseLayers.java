package hep.winnow.imports.keras;

import hep.winnow.imports.json.JsonValue;
import hep.winnow.imports.keras.net.Convolution;
import hep.winnow.imports.keras.net.Dense;
import hep.winnow.imports.keras.net.Places;
import hep.winnow.imports.keras.net.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads dense layers, and those that scale. */
final class DenseLayers {
    /** The default of BatchNormalization. */
    private static final double EPSILON = 1e-3;
    /** The least standard deviation of a Normalization: {@code keras.backend.epsilon()}. */
    private static final double LEAST_DEVIATION = 1e-7;

    private final LayerReader reader;

    DenseLayers(LayerReader reader) {
        this.reader = reader;
    }

    /** A dense layer works on the last axis; each place along the others is a row of its own. */
    Value dense(LayerSpec spec, Weights.Tensors tensors, Value x) {
        Tensor kernel = tensors.get("kernel", 0);
        int units = spec.integer(-1, "units", "output_dim");
        expect(spec, kernel, x.channels(), units);
        double[] bias = bias(spec, tensors, units);
        int places = x.size() / x.channels();
        int[] shape = x.shape().clone();
        shape[shape.length - 1] = units;
        if (shape.length == 1) {
            return reader.add(spec, new Dense(kernel.values(), bias), shape, x);
        }
        Places each = new Places(places, 1, x.channels(), Places.Axis.each(places), Places.Axis.each(1));
        return reader.add(spec, new Convolution(each, kernel.values(), bias), shape, x);
    }

    /** Returns the biases of so many outputs; zeros if the layer has none. */
    static double[] bias(LayerSpec spec, Weights.Tensors tensors, int outputs) {
        if (!spec.isSet(true, "use_bias", "bias")) {
            return new double[outputs];
        }
        Tensor bias = tensors.get("bias", 1);
        expect(spec, bias, outputs);
        return bias.values();
    }

    /** Refuses numbers of another shape. */
    static void expect(LayerSpec spec, Tensor tensor, int... shape) {
        if (!Arrays.equals(tensor.shape(), shape) || Arrays.stream(shape).anyMatch(e -> e < 1)) {
            throw spec.error(
                    tensor.where() + " is " + Tensor.text(tensor.shape()) + ", expected " + Tensor.text(shape),
                    "the file is damaged, or its settings and numbers are of two models");
        }
    }

    Value batchNormalization(LayerSpec spec, Weights.Tensors tensors, Value x) {
        if (!isLast(spec, x) || spec.integer(0, "mode") != 0) {
            throw spec.error("it does not normalise along the last axis", ImageLayers.LAST);
        }
        if (spec.isSet(false, "renorm")) {
            throw spec.error("it renormalises (renorm), which is not read", LayerReader.REBUILD);
        }
        int n = x.channels();
        int index = 0;
        double[] gamma = ones(n);
        if (spec.isSet(true, "scale")) {
            gamma = vector(spec, tensors.get("gamma", index++), n);
        }
        double[] beta = new double[n];
        if (spec.isSet(true, "center")) {
            beta = vector(spec, tensors.get("beta", index++), n);
        }
        double[] mean = vector(spec, tensors.get("moving_mean", index), n);
        double[] variance = vector(spec, tensors.get("moving_variance", index + 1), n);
        double epsilon = spec.real(EPSILON, "epsilon");
        double[] factor = new double[n];
        for (int j = 0; j < n; j++) {
            if (!(variance[j] + epsilon > 0)) {
                throw spec.error("variance " + j + " is " + variance[j] + ", expected 0 or more", Hdf5.DAMAGED);
            }
            factor[j] = gamma[j] / Math.sqrt(variance[j] + epsilon);
        }
        return reader.add(spec, new Scale(x.size(), mean, factor, beta), x.shape(), x);
    }

    /** The axis is a number, or a list of one; the axis 0 is that of the events. */
    private static boolean isLast(LayerSpec spec, Value x) {
        List<JsonValue> axes =
                spec.find("axis").map(a -> a.isList() ? a.items() : List.of(a)).orElse(List.of());
        if (axes.isEmpty()) {
            return true;
        }
        int axis = axes.get(0).integer(-8, 8);
        return axes.size() == 1 && (axis == -1 || axis == x.shape().length);
    }

    private static double[] vector(LayerSpec spec, Tensor tensor, int n) {
        expect(spec, tensor, n);
        return tensor.values();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    Value normalization(LayerSpec spec, Weights.Tensors tensors, Value x) {
        int n = period(spec, x);
        double[] mean;
        double[] variance;
        if (spec.find("mean").isPresent()) {
            mean = spread(spec, "mean", n);
            variance = spread(spec, "variance", n);
        } else {
            mean = flat(spec, tensors.get("mean", 0), n);
            variance = flat(spec, tensors.get("variance", 1), n);
        }
        boolean isInverse = spec.isSet(false, "invert");
        double[] factor = new double[n];
        for (int j = 0; j < n; j++) {
            if (!(variance[j] >= 0)) {
                throw spec.error("variance " + j + " is " + variance[j] + ", expected 0 or more", Hdf5.DAMAGED);
            }
            double deviation = Math.max(Math.sqrt(variance[j]), LEAST_DEVIATION);
            factor[j] = isInverse ? deviation : 1 / deviation;
        }
        Scale scale = isInverse
                ? new Scale(x.size(), new double[n], factor, mean)
                : new Scale(x.size(), mean, factor, new double[n]);
        return reader.add(spec, scale, x.shape(), x);
    }

    /** Returns after how many numbers mean and variance come again: all axes, the last, or none may have their own. */
    private static int period(LayerSpec spec, Value x) {
        if (spec.config().names().contains("axis") && spec.find("axis").isEmpty()) {
            return 1;
        }
        int rank = x.shape().length;
        List<Integer> axes = spec.find("axis").map(a -> a.isList() ? a.items() : List.of(a)).orElse(List.of()).stream()
                .map(a -> a.integer(-8, 8))
                .map(a -> a < 0 ? a + rank + 1 : a)
                .distinct()
                .sorted()
                .toList();
        if (spec.find("axis").isPresent() && axes.isEmpty()) {
            return 1;
        }
        if (axes.isEmpty() || axes.equals(List.of(rank))) {
            return x.channels();
        }
        if (axes.size() == rank && axes.get(0) == 1) {
            return x.size();
        }
        throw spec.error(
                "it normalises along the axes " + axes + ", expected the last one, all or none", LayerReader.REBUILD);
    }

    private static double[] flat(LayerSpec spec, Tensor tensor, int n) {
        if (tensor.values().length != n) {
            throw spec.error(
                    tensor.where() + " has " + tensor.values().length + " numbers, expected " + n, Hdf5.DAMAGED);
        }
        return tensor.values();
    }

    Value rescaling(LayerSpec spec, Value x) {
        int n = x.channels();
        double[] factor = spread(spec, "scale", n);
        double[] offset = spec.find("offset").isPresent() ? spread(spec, "offset", n) : new double[n];
        return reader.add(spec, new Scale(x.size(), new double[n], factor, offset), x.shape(), x);
    }

    /** Returns a setting that is one number for all, or one for each. */
    private static double[] spread(LayerSpec spec, String name, int n) {
        List<Double> numbers = new ArrayList<>();
        JsonValue value = spec.config().get(name);
        gather(value.isObject() ? value.get("config").get("value") : value, numbers);
        if (numbers.size() != 1 && numbers.size() != n || !numbers.stream().allMatch(Double::isFinite)) {
            throw spec.error(name + " has " + numbers.size() + " numbers, expected 1 or " + n, Hdf5.DAMAGED);
        }
        double[] out = new double[n];
        for (int j = 0; j < n; j++) {
            out[j] = numbers.get(numbers.size() == 1 ? 0 : j);
        }
        return out;
    }

    private static void gather(JsonValue value, List<Double> out) {
        if (value.isList()) {
            value.items().forEach(item -> gather(item, out));
        } else {
            out.add(value.real());
        }
    }
}

package hep.winnow.imports.keras;

import hep.winnow.api.graph.Precision;
import hep.winnow.imports.keras.net.Curve;
import hep.winnow.imports.keras.net.Net;
import hep.winnow.imports.keras.net.Op;
import hep.winnow.imports.keras.net.Pointwise;
import hep.winnow.imports.keras.net.Slopes;
import hep.winnow.imports.keras.net.Softmax;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Adds to a net what a layer does. Each layer is understood as a whole, or refused. */
final class LayerReader {
    static final String REBUILD = "rebuild the net without it, or export it to ONNX where it was trained";

    private static final int WIDEST = 1 << 22;
    private static final String SOFTMAX = "softmax";

    private final Net.Builder net;
    private final Activations activations;
    private final ImageLayers images;
    private final DenseLayers dense;

    LayerReader(Net.Builder net, KerasFile file, Precision precision) {
        this.net = net;
        this.activations = new Activations(file.major(), precision);
        this.images = new ImageLayers(this, file.backend());
        this.dense = new DenseLayers(this);
    }

    /** Adds a layer, and returns what it makes of its arguments. */
    Value read(LayerSpec spec, Weights.Tensors tensors, List<Value> in) {
        Optional<Value> merged = MergeLayers.read(this, spec, in);
        if (merged.isPresent()) {
            return merged.get();
        }
        if (in.size() != 1) {
            throw spec.error("it is given " + in.size() + " tensors, expected 1", REBUILD);
        }
        return one(spec, tensors, in.get(0));
    }

    private Value one(LayerSpec spec, Weights.Tensors tensors, Value x) {
        return switch (spec.className()) {
            // Of these nothing is left where a net is used.
            case "Dropout",
                    "GaussianNoise",
                    "GaussianDropout",
                    "AlphaDropout",
                    "SpatialDropout1D",
                    "SpatialDropout2D",
                    "ActivityRegularization",
                    "Identity" -> x;
            case "Flatten" -> flatten(spec, x);
            case "Reshape" -> reshape(spec, x);
            case "Activation" -> activated(spec, x);
            case "Softmax" -> softmax(spec, x);
            case "PReLU" -> slopes(spec, tensors, x);
            case "Dense" -> activated(spec, dense.dense(spec, tensors, x));
            case "BatchNormalization" -> dense.batchNormalization(spec, tensors, x);
            case "Normalization" -> dense.normalization(spec, tensors, x);
            case "Rescaling" -> dense.rescaling(spec, x);
            case "Conv1D", "Convolution1D", "Conv2D", "Convolution2D" ->
                activated(spec, images.convolution(spec, tensors, x));
            case "MaxPooling1D", "MaxPooling2D" -> images.pool(spec, x, true);
            case "AveragePooling1D", "AveragePooling2D" -> images.pool(spec, x, false);
            case "GlobalMaxPooling1D", "GlobalMaxPooling2D" -> images.wholePool(spec, x, true);
            case "GlobalAveragePooling1D", "GlobalAveragePooling2D" -> images.wholePool(spec, x, false);
            default ->
                activations
                        .layer(spec)
                        .map(curve -> apply(spec, curve, x))
                        .orElseThrow(() -> spec.error("layers of this class are not read", REBUILD));
        };
    }

    /** Adds an operation. */
    Value add(LayerSpec spec, Op op, int[] shape, Value... arguments) {
        if (op.width() > WIDEST) {
            throw spec.error(
                    "it makes " + op.width() + " numbers of an event, more than " + WIDEST, "is the file damaged?");
        }
        int[] nodes = Arrays.stream(arguments).mapToInt(Value::node).toArray();
        return new Value(net.add(op, nodes), shape, "");
    }

    private Value apply(LayerSpec spec, Curve curve, Value x) {
        Value made = add(spec, new Pointwise(curve, x.size()), x.shape(), x);
        return new Value(made.node(), made.shape(), curve.name());
    }

    private Value activated(LayerSpec spec, Value x) {
        Activations.Asked asked = Activations.asked(spec);
        if (asked.layer().isPresent()) {
            LayerSpec layer = asked.layer().get();
            if (layer.className().equals("Softmax")) {
                return softmax(layer, x);
            }
            Curve curve = activations
                    .layer(layer)
                    .orElseThrow(() -> spec.error(
                            "the activation " + layer.className() + " is not read", "make it a layer of its own"));
            return apply(spec, curve, x);
        }
        if (asked.name().equals(SOFTMAX)) {
            return softmaxOfLast(spec, x);
        }
        Curve curve = activations
                .named(asked.name())
                .orElseThrow(
                        () -> spec.error(
                                "the activation '" + asked.name() + "' is not read",
                                "these are: linear, sigmoid, tanh, relu, relu6, leaky_relu, elu, selu, softplus, softsign, silu, gelu, exponential, hard_sigmoid, hard_silu, hard_tanh, mish, log_sigmoid, softmax"));
        return asked.name().equals("linear") ? x : apply(spec, curve, x);
    }

    private Value softmax(LayerSpec spec, Value x) {
        int axis = spec.find("axis")
                .map(a -> a.isList() && a.size() == 1 ? a.items().get(0) : a)
                .map(a -> a.integer(-8, 8))
                .orElse(-1);
        if (axis != -1 && axis != x.shape().length) {
            throw spec.error("it works along axis " + axis + ", expected the last one, -1", REBUILD);
        }
        return softmaxOfLast(spec, x);
    }

    private Value softmaxOfLast(LayerSpec spec, Value x) {
        Value made = add(spec, new Softmax(x.size(), x.channels()), x.shape(), x);
        return new Value(made.node(), made.shape(), SOFTMAX);
    }

    private static Value flatten(LayerSpec spec, Value x) {
        String order = spec.text("channels_last", "data_format");
        if (!order.equals("channels_last") && x.shape().length > 1) {
            throw spec.error("data_format is " + order + ", expected channels_last", ImageLayers.LAST);
        }
        return x.shaped(x.size());
    }

    private static Value reshape(LayerSpec spec, Value x) {
        int[] shape = spec.config().get("target_shape").items().stream()
                .mapToInt(i -> i.integer(-1, 1 << 24))
                .toArray();
        int open = -1;
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            open = shape[i] == -1 ? i : open;
            size = shape[i] == -1 ? size : Math.multiplyExact(size, shape[i]);
        }
        if (open >= 0 && size > 0) {
            shape[open] = x.size() / size;
        }
        if (shape.length == 0 || Arrays.stream(shape).anyMatch(e -> e < 1) || Value.size(shape) != x.size()) {
            throw spec.error(
                    "it makes " + Tensor.text(shape) + " of " + Tensor.text(x.shape()) + " numbers",
                    "the file is damaged");
        }
        return x.shaped(shape);
    }

    private Value slopes(LayerSpec spec, Weights.Tensors tensors, Value x) {
        Tensor alpha = tensors.get("alpha", 0);
        int[] kept = Arrays.stream(alpha.shape()).dropWhile(e -> e == 1).toArray();
        int[] last = Arrays.copyOfRange(x.shape(), Math.max(0, x.shape().length - kept.length), x.shape().length);
        if (!Arrays.equals(kept, last)) {
            throw spec.error(
                    "it has slopes for " + Tensor.text(alpha.shape()) + ", and is given " + Tensor.text(x.shape()),
                    "shared_axes must be the first ones, or none");
        }
        return add(spec, new Slopes(x.size(), alpha.values()), x.shape(), x);
    }
}

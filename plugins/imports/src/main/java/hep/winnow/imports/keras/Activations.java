package hep.winnow.imports.keras;

import hep.winnow.api.graph.Precision;
import hep.winnow.imports.json.JsonValue;
import hep.winnow.imports.keras.net.Curve;
import hep.winnow.kernels.DoubleMath;
import java.util.Optional;
import java.util.OptionalDouble;

/** The functions that layers apply to each number, by the names that Keras has for them. */
final class Activations {
    /** What {@code leaky_relu} takes by name; the layer LeakyReLU takes another one. */
    private static final double SLOPE_BY_NAME = 0.2;

    private static final double SLOPE_OF_LAYER = 0.3;

    private final int major;
    private final Precision precision;

    /** Makes them for files of one version of Keras. */
    Activations(int major, Precision precision) {
        this.major = major;
        this.precision = precision;
    }

    /** Returns the function of that name; empty if it is not read. */
    Optional<Curve> named(String name) {
        Curve found = switch (name) {
            case "linear" -> Curve.identity();
            case "sigmoid" -> Curve.sigmoid();
            case "tanh" -> Curve.tanh();
            case "relu" -> Curve.relu();
            case "relu6" -> Curve.clippedRelu(6);
            case "leaky_relu" -> Curve.leaky(SLOPE_BY_NAME);
            case "elu" -> Curve.elu(1);
            case "selu" -> Curve.selu();
            case "softplus" -> Curve.softplus();
            case "softsign" -> Curve.of(name, z -> z / (1 + Math.abs(z)));
            case "swish", "silu" -> Curve.swish();
            case "gelu" -> Curve.gelu();
            case "exponential" -> Curve.exponential();
            // Keras 3 has another one than Keras 1 and 2.
            case "hard_sigmoid" -> Curve.hardSigmoid(major >= 3 ? 1 / 6.0 : 0.2);
            case "hard_silu", "hard_swish" -> Curve.of(name, z -> z * Math.min(Math.max(z / 6 + 0.5, 0), 1));
            case "hard_tanh" -> Curve.of(name, z -> Math.min(Math.max(z, -1), 1));
            case "mish" -> Curve.of(name, z -> z * DoubleMath.tanh(DoubleMath.softplus(z)));
            case "log_sigmoid" -> Curve.of(name, z -> -DoubleMath.softplus(-z));
            default -> null;
        };
        return Optional.ofNullable(found);
    }

    /** Returns the function that is a layer; empty if the layer is none. */
    Optional<Curve> layer(LayerSpec spec) {
        return switch (spec.className()) {
            case "ReLU" -> Optional.of(relu(spec));
            case "LeakyReLU" -> Optional.of(Curve.leaky(spec.real(SLOPE_OF_LAYER, "negative_slope", "alpha")));
            case "ELU" -> Optional.of(Curve.elu(spec.real(1, "alpha")));
            case "ThresholdedReLU" -> Optional.of(relu(0, OptionalDouble.empty(), spec.real(1, "theta")));
            default -> Optional.empty();
        };
    }

    private Curve relu(LayerSpec spec) {
        OptionalDouble greatest =
                spec.find("max_value").filter(v -> !v.isNull()).isPresent()
                        ? OptionalDouble.of(spec.real(0, "max_value"))
                        : OptionalDouble.empty();
        return relu(spec.real(0, "negative_slope"), greatest, spec.real(0, "threshold"));
    }

    /** The numbers are rounded as Keras rounds them, for beside a threshold the last bit decides. */
    private Curve relu(double slope, OptionalDouble greatest, double threshold) {
        if (threshold == 0 && greatest.isEmpty()) {
            return slope == 0 ? Curve.relu() : Curve.leaky(slope);
        }
        double from = precision.round(threshold);
        double below = precision.round(slope);
        double end = precision.round(greatest.orElse(Double.POSITIVE_INFINITY));
        return Curve.of("relu", z -> {
            double above = from == 0 ? Math.max(z, 0) : z > from ? z : 0;
            double kept = greatest.isPresent() ? Math.min(Math.max(above, 0), end) : above;
            return below == 0 ? kept : kept - below * Math.max(from - z, 0);
        });
    }

    /** Returns the name of the function that a setting asks for, or the layer that stands for it. */
    static Asked asked(LayerSpec spec) {
        Optional<JsonValue> setting = spec.find("activation");
        if (setting.isEmpty()) {
            return new Asked("linear", Optional.empty());
        }
        JsonValue value = setting.get();
        if (!value.isObject()) {
            return new Asked(value.text(), Optional.empty());
        }
        JsonValue config = value.get("config");
        return config.isText()
                ? new Asked(config.text(), Optional.empty())
                : new Asked("", Optional.of(LayerSpec.of(value)));
    }

    /**
     * A function that a layer ends with.
     *
     * @param name empty if it is a layer
     */
    record Asked(String name, Optional<LayerSpec> layer) {}
}

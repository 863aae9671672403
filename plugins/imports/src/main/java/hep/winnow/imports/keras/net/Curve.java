package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Function;
import hep.winnow.api.graph.Operation;
import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.DoubleMath;
import hep.winnow.kernels.FloatMath;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number.
 *
 * @param name for messages
 * @param exact in doubles
 * @param floats of the first {@code n} floats of an array, in place
 * @param form the same in a graph; empty if there are no operations for it
 */
public record Curve(String name, DoubleUnaryOperator exact, Floats floats, Optional<Form> form) {
    /** The scale of SELU, and its alpha (Klambauer et al., NIPS 2017). */
    private static final double SELU_SCALE = 1.0507009873554805;

    private static final double SELU_ALPHA = 1.6732632423543772;

    private static final Operation RELU = new Operation.Apply(Function.RELU, 0);

    private static final double ROOT_HALF = 0.7071067811865476;

    /** In floats. */
    @FunctionalInterface
    public interface Floats {
        /** Changes the first {@code n} numbers. */
        void apply(float[] z, int n);
    }

    /** As operations of a graph. */
    @FunctionalInterface
    interface Form {
        /** Adds them, and returns the last. */
        OptionalInt add(Sink graph, int argument);

        /** Returns a function that graphs have. */
        static Optional<Form> of(Function function, double parameter) {
            return Optional.of((graph, z) -> graph.add(new Operation.Apply(function, parameter), z));
        }
    }

    /** Returns one that is worked out in doubles, and rounded once where floats are asked for. */
    public static Curve of(String name, DoubleUnaryOperator exact) {
        return of(name, exact, Optional.empty());
    }

    private static Curve of(String name, DoubleUnaryOperator exact, Optional<Form> form) {
        Floats rounded = (z, n) -> {
            for (int i = 0; i < n; i++) {
                z[i] = (float) exact.applyAsDouble(z[i]);
            }
        };
        return new Curve(name, exact, rounded, form);
    }

    /** Returns z itself. */
    public static Curve identity() {
        return new Curve("linear", z -> z, (z, n) -> {}, Optional.of((graph, z) -> OptionalInt.of(z)));
    }

    /** Returns 1/(1 + e^-z). */
    public static Curve sigmoid() {
        return new Curve(
                "sigmoid", DoubleMath::sigmoid, ActivationKernel.sigmoid()::apply, Form.of(Function.SIGMOID, 0));
    }

    /** Returns tanh z. */
    public static Curve tanh() {
        return new Curve("tanh", DoubleMath::tanh, ActivationKernel.tanh()::apply, Form.of(Function.TANH, 0));
    }

    /** Returns max(z, 0). */
    public static Curve relu() {
        return new Curve("relu", z -> Math.max(z, 0), ActivationKernel.relu()::apply, Form.of(Function.RELU, 0));
    }

    /** Returns z from 0 on, slope · z below. */
    public static Curve leaky(double slope) {
        return new Curve(
                "leaky relu",
                z -> z > 0 ? z : slope * z,
                ActivationKernel.leaky(slope)::apply,
                Form.of(Function.LEAKY, slope));
    }

    /** Returns z from 0 on, alpha · (e^z - 1) below. */
    public static Curve elu(double alpha) {
        return new Curve(
                "elu", z -> elu(z, alpha), ActivationKernel.elu(alpha, 1)::apply, Form.of(Function.ELU, alpha));
    }

    /** Returns ELU with the alpha and scale that keep mean 0 and variance 1. */
    public static Curve selu() {
        return new Curve(
                "selu",
                z -> SELU_SCALE * elu(z, SELU_ALPHA),
                ActivationKernel.elu(SELU_ALPHA, SELU_SCALE)::apply,
                Optional.of((graph, z) -> graph.then(
                        graph.add(new Operation.Apply(Function.ELU, SELU_ALPHA), z),
                        Operation.Scale.of(SELU_SCALE, 0))));
    }

    private static double elu(double z, double alpha) {
        return z > 0 ? z : alpha * StrictMath.expm1(z);
    }

    /** Returns log(1 + e^z). */
    public static Curve softplus() {
        return new Curve(
                "softplus", DoubleMath::softplus, ActivationKernel.softplus()::apply, Form.of(Function.SOFTPLUS, 0));
    }

    /** Returns z/(1 + e^-z). */
    public static Curve swish() {
        return new Curve("swish", Curve::swish, ActivationKernel.swish()::apply, Form.of(Function.SWISH, 0));
    }

    private static double swish(double z) {
        double s = DoubleMath.sigmoid(z);
        return s == 0 ? 0 : z * s;
    }

    /** Returns e^z. */
    public static Curve exponential() {
        return new Curve("exponential", DoubleMath::exp, (z, n) -> FloatMath.exp(z, z, n), Optional.empty());
    }

    /** Returns z · P(Z &lt; z) of a normal Z: z/2 · (1 + erf(z/√2)). */
    public static Curve gelu() {
        return of("gelu", z -> z == Double.NEGATIVE_INFINITY ? 0 : 0.5 * z * Erfc.of(-z * ROOT_HALF));
    }

    /** Returns slope · z + 1/2, kept between 0 and 1. */
    public static Curve hardSigmoid(double slope) {
        return of(
                "hard_sigmoid",
                z -> clipped(slope * z + 0.5, 1),
                Optional.of((graph, z) -> clipped(graph, graph.add(Operation.Scale.of(slope, 0.5), z), 1)));
    }

    /** Returns z, kept between 0 and a greatest value. */
    public static Curve clippedRelu(double greatest) {
        return of(
                "relu",
                z -> clipped(z, greatest),
                Optional.of((graph, z) -> clipped(graph, OptionalInt.of(z), greatest)));
    }

    /** max(z, 0) - max(z - greatest, 0). */
    private static OptionalInt clipped(Sink graph, OptionalInt z, double greatest) {
        OptionalInt beyond = graph.then(graph.then(z, Operation.Scale.of(1, -greatest)), RELU);
        return graph.add(new Operation.Subtract(), graph.then(z, RELU).orElseThrow(), beyond.orElseThrow());
    }

    static double clipped(double z, double greatest) {
        return Math.min(Math.max(z, 0), greatest);
    }
}

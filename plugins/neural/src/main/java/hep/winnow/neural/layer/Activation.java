package hep.winnow.neural.layer;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;
import hep.winnow.kernels.ActivationKernel;
import java.util.List;
import java.util.Optional;

/** The function of the hidden neurons: most act number by number and are fused to the layer before them; {@link MaxoutOf} and {@link SoftmaxOf} look at several numbers and are a layer of their own. */
public sealed interface Activation {
    /** Returns the bulk form; that of the identity for one that is a layer of its own. */
    ActivationKernel kernel();

    /** Returns the layer that it is, if it is one of its own. */
    default Optional<Layer> layer() {
        return Optional.empty();
    }

    /** Returns how many sums make one output: more than 1 for {@link MaxoutOf} alone. */
    default int pieces() {
        return 1;
    }

    /** Returns word and parameter: {@code leaky(0.01)}. */
    default String text() {
        return parameter() == 0 ? word() : word() + "(" + parameter() + ")";
    }

    /** Refuses one that cannot be fused to a layer. */
    static void requireElementwise(Activation activation) {
        if (activation.layer().isPresent()) {
            throw new IllegalArgumentException(activation.word() + " is a layer of its own and cannot be fused");
        }
    }

    /** Returns the word of the macro language. */
    String word();

    /** Returns its parameter; 0 for one without. */
    default double parameter() {
        return 0;
    }

    /** Returns the activation of that word, as a model keeps it. */
    static Activation of(String word, double parameter) {
        if (word.equals("leaky")) {
            return new Leaky(parameter);
        }
        if (word.equals("elu")) {
            return new Elu(parameter);
        }
        if (word.equals("maxout")) {
            return new MaxoutOf((int) parameter);
        }
        List<Activation> plain = List.of(
                new Identity(),
                new Sigmoid(),
                new Tanh(),
                new Relu(),
                new Selu(),
                new Softplus(),
                new Swish(),
                new SoftmaxOf());
        return plain.stream()
                .filter(a -> a.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no activation '" + word + "'"));
    }

    /** f(z) = z. */
    @Choice(value = "identity", doc = "z: a network of these is linear")
    record Identity() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.identity();
        }

        @Override
        public String word() {
            return "identity";
        }
    }

    /** f(z) = 1/(1 + e^-z). */
    @Choice(value = "sigmoid", doc = "1/(1 + exp(-z))")
    record Sigmoid() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.sigmoid();
        }

        @Override
        public String word() {
            return "sigmoid";
        }
    }

    /** f(z) = tanh z. */
    @Choice(value = "tanh", doc = "the hyperbolic tangent")
    record Tanh() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.tanh();
        }

        @Override
        public String word() {
            return "tanh";
        }
    }

    /** f(z) = max(z, 0). */
    @Choice(value = "relu", doc = "max(z, 0)")
    record Relu() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.relu();
        }

        @Override
        public String word() {
            return "relu";
        }
    }

    /** f(z) = z above 0, slope·z below. */
    @Choice(value = "leaky", doc = "z above 0, slope*z below")
    record Leaky(
            @Option(doc = "slope below 0", value = "0.01", min = 0, max = 1)
            double slope) implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.leaky(slope);
        }

        @Override
        public String word() {
            return "leaky";
        }

        @Override
        public double parameter() {
            return slope;
        }
    }

    /** f(z) = z above 0, alpha·(e^z - 1) below. */
    @Choice(value = "elu", doc = "z above 0, alpha*(exp(z) - 1) below")
    record Elu(
            @Option(doc = "depth of the limit below 0", value = "1", min = 0, aboveMin = true)
            double alpha) implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.elu(alpha, 1);
        }

        @Override
        public String word() {
            return "elu";
        }

        @Override
        public double parameter() {
            return alpha;
        }
    }

    /** ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al., NIPS 2017). */
    @Choice(
            value = "selu",
            doc = "1.0507*(z above 0, 1.6733*(exp(z) - 1) below): keeps mean 0 and variance 1 from layer to layer")
    record Selu() implements Activation {
        static final double ALPHA = 1.6732632423543772;
        static final double SCALE = 1.0507009873554805;

        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.elu(ALPHA, SCALE);
        }

        @Override
        public String word() {
            return "selu";
        }
    }

    /** f(z) = log(1 + e^z). */
    @Choice(value = "softplus", doc = "log(1 + exp(z))")
    record Softplus() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.softplus();
        }

        @Override
        public String word() {
            return "softplus";
        }
    }

    /** f(z) = z/(1 + e^-z). */
    @Choice(value = "swish", doc = "z/(1 + exp(-z))")
    record Swish() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.swish();
        }

        @Override
        public String word() {
            return "swish";
        }
    }

    /** The greatest of k sums (Goodfellow et al. 2013). */
    @Choice(value = "maxout", doc = "the greatest of k sums with weights of their own")
    record MaxoutOf(
            @Option(doc = "sums of each neuron", value = "2", min = 2, max = 64)
            int k) implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.identity();
        }

        @Override
        public Optional<Layer> layer() {
            return Optional.of(new Maxout(k));
        }

        @Override
        public int pieces() {
            return k;
        }

        @Override
        public String word() {
            return "maxout";
        }

        @Override
        public double parameter() {
            return k;
        }

        @Override
        public String text() {
            return "maxout(" + k + ")";
        }
    }

    /** Numbers above 0 that sum to 1 over the layer. */
    @Choice(value = "softmax", doc = "exp(z) over its sum over the layer's neurons")
    record SoftmaxOf() implements Activation {
        @Override
        public ActivationKernel kernel() {
            return ActivationKernel.identity();
        }

        @Override
        public Optional<Layer> layer() {
            return Optional.of(new Softmax());
        }

        @Override
        public String word() {
            return "softmax";
        }
    }
}

package hep.winnow.neural.optimise;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;

/** How weights follow the gradient of a batch. */
public sealed interface Solver {
    /** Returns the learning rate. */
    double rate();

    /** Returns how many bytes it keeps of each parameter. */
    int bytesKept();

    /** Returns what a training takes of so many parameters, in bytes: themselves, those of the best epoch and a gradient in float, and what the solver keeps. */
    default long bytes(long parameters) {
        return parameters * (3L * Float.BYTES + bytesKept());
    }

    /** Adam (Kingma and Ba, ICLR 2015, algorithm 1). */
    @Choice(value = "adam", doc = "steps scaled by running moments of the gradient (Kingma and Ba)")
    record Adam(
            @Option(doc = "learning rate", value = "1e-3", min = 0, aboveMin = true)
            double rate,

            @Option(doc = "memory of the mean of the gradient", value = "0.9", min = 0, max = 1, belowMax = true)
            double beta1,

            @Option(doc = "memory of the mean of its square", value = "0.999", min = 0, max = 1, belowMax = true)
            double beta2,

            @Option(doc = "added to the root of the mean square", value = "1e-8", min = 0, aboveMin = true)
            double eps)
            implements Solver {
        @Override
        public int bytesKept() {
            return 2 * Float.BYTES;
        }
    }

    /** Stochastic gradient descent. */
    @Choice(value = "sgd", doc = "plain gradient descent, with momentum if asked for")
    record Sgd(
            @Option(doc = "learning rate", value = "0.01", min = 0, aboveMin = true)
            double rate,

            @Option(doc = "part of the last step that goes on", value = "0", min = 0, max = 1, belowMax = true)
            double momentum,

            @Option(doc = "looks ahead along the momentum (Nesterov)", value = "false")
            boolean nesterov,

            @Option(doc = "batch t (from 0) has the rate rate/(1 + decay*t)", value = "0", min = 0)
            double decay)
            implements Solver {
        @Override
        public int bytesKept() {
            return Float.BYTES;
        }

        public Sgd {
            if (nesterov && momentum == 0) {
                throw new IllegalArgumentException("nesterov=true needs a momentum above 0, such as 0.9");
            }
        }
    }

    /** RMSprop (Tieleman and Hinton 2012). */
    @Choice(value = "rmsprop", doc = "steps scaled by the running root mean square of the gradient")
    record RmsProp(
            @Option(doc = "learning rate", value = "1e-3", min = 0, aboveMin = true)
            double rate,

            @Option(doc = "memory of the mean square of the gradient", value = "0.9", min = 0, max = 1, belowMax = true)
            double rho,

            @Option(doc = "added to its root", value = "1e-8", min = 0, aboveMin = true)
            double eps)
            implements Solver {
        @Override
        public int bytesKept() {
            return Float.BYTES;
        }
    }

    /** Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). */
    @Choice(
            value = "adamw",
            doc = "adam, and each step makes the weights smaller by the part rate*decay (Loshchilov and Hutter)")
    record AdamW(
            @Option(doc = "learning rate", value = "1e-3", min = 0, aboveMin = true)
            double rate,

            @Option(doc = "memory of the mean of the gradient", value = "0.9", min = 0, max = 1, belowMax = true)
            double beta1,

            @Option(doc = "memory of the mean of its square", value = "0.999", min = 0, max = 1, belowMax = true)
            double beta2,

            @Option(doc = "added to the root of the mean square", value = "1e-8", min = 0, aboveMin = true)
            double eps,

            @Option(doc = "how fast weights decay; biases do not", value = "0.01", min = 0)
            double decay)
            implements Solver {
        @Override
        public int bytesKept() {
            return 2 * Float.BYTES;
        }
    }

    /** L-BFGS (Liu and Nocedal 1989). */
    @Choice(
            value = "lbfgs",
            doc = "quasi-Newton steps over all events at once, one per epoch, with a line search (Liu and Nocedal);"
                    + " for small and smooth networks without dropout; batch= means nothing to it")
    record Lbfgs(
            @Option(doc = "steps whose curvature is remembered", value = "10", min = 1, max = 1000)
            int memory) implements Solver {
        /** {@inheritDoc} Of each step that is remembered the step and the change of the gradient, in double. */
        @Override
        public int bytesKept() {
            return 2 * memory * Double.BYTES;
        }

        @Override
        public double rate() {
            return 1;
        }
    }
}

package hep.winnow.neural.optimise;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;

/** How weights follow the gradient of a batch. */
public sealed interface Solver {
    /** Returns the learning rate. */
    double rate();

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
            implements Solver {}

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
            implements Solver {}
}

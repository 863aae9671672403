package hep.winnow.neural;

import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;

/** A solver at work: what it remembers from step to step. */
abstract class Optimiser {
    private long steps;

    /** Returns the optimiser of a solver for parameters of this shape. */
    static Optimiser of(Solver solver, Parameters shape) {
        if (solver instanceof Solver.Adam adam) {
            return new AdamSteps(adam, shape);
        }
        if (solver instanceof Solver.Sgd sgd) {
            return new SgdSteps(sgd, shape);
        }
        if (solver instanceof Solver.RmsProp rmsProp) {
            return new RmsPropSteps(rmsProp, shape);
        }
        throw new IllegalStateException("no optimiser for " + solver);
    }

    /** Moves the parameters one step down the gradient. */
    final void step(Parameters parameters, Parameters gradient) {
        begin(steps++);
        for (int l = 0; l < parameters.layers(); l++) {
            FloatMatrix w = parameters.weights(l);
            for (int k = 0; k < w.rows(); k++) {
                move(w.row(k), gradient.weights(l).row(k), w.columns(), l, k);
            }
            move(parameters.biases(l), gradient.biases(l), w.columns(), l, w.rows());
        }
    }

    /** Makes ready for step {@code t}, 0 for the first. */
    abstract void begin(long t);

    /** Moves {@code n} parameters of layer {@code l}: row {@code k} of the weights, or the biases if {@code k} is the number of rows. */
    abstract void move(float[] w, float[] g, int n, int l, int k);

    private static float[] row(Parameters memory, int l, int k) {
        return k == memory.weights(l).rows()
                ? memory.biases(l)
                : memory.weights(l).row(k);
    }

    private static final class AdamSteps extends Optimiser {
        private final Solver.Adam options;
        private final Parameters first;
        private final Parameters second;
        private Descent.AdamStep constants = Descent.AdamStep.of(1, 0, 0, 1, 1);

        AdamSteps(Solver.Adam options, Parameters shape) {
            this.options = options;
            this.first = shape.zeros();
            this.second = shape.zeros();
        }

        @Override
        void begin(long t) {
            constants = Descent.AdamStep.of(options.rate(), options.beta1(), options.beta2(), options.eps(), t + 1);
        }

        @Override
        void move(float[] w, float[] g, int n, int l, int k) {
            Descent.adam(w, g, row(first, l, k), row(second, l, k), n, constants);
        }
    }

    private static final class SgdSteps extends Optimiser {
        private final Solver.Sgd options;
        private final Parameters velocity;
        private float rate;

        SgdSteps(Solver.Sgd options, Parameters shape) {
            this.options = options;
            this.velocity = shape.zeros();
        }

        @Override
        void begin(long t) {
            rate = (float) (options.rate() / (1 + options.decay() * t));
        }

        @Override
        void move(float[] w, float[] g, int n, int l, int k) {
            float momentum = (float) options.momentum();
            if (momentum == 0) {
                Descent.sgd(w, g, n, rate);
            } else if (options.nesterov()) {
                Descent.nesterov(w, g, row(velocity, l, k), n, rate, momentum);
            } else {
                Descent.momentum(w, g, row(velocity, l, k), n, rate, momentum);
            }
        }
    }

    private static final class RmsPropSteps extends Optimiser {
        private final Solver.RmsProp options;
        private final Parameters square;

        RmsPropSteps(Solver.RmsProp options, Parameters shape) {
            this.options = options;
            this.square = shape.zeros();
        }

        @Override
        void begin(long t) {}

        @Override
        void move(float[] w, float[] g, int n, int l, int k) {
            Descent.rmsprop(
                    w, g, row(square, l, k), n, (float) options.rate(), (float) options.rho(), (float) options.eps());
        }
    }
}

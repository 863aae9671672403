package hep.winnow.neural.optimise;

import hep.winnow.kernels.Descent;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;

/** A solver at work: what it remembers from step to step. */
public abstract class Optimiser {
    private long steps;

    /** Returns the optimiser of a solver for parameters of this shape. */
    public static Optimiser of(Solver solver, Parameters shape) {
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

    /** Moves the parameters one step down the gradient; statistics stay as they are. */
    public final void step(Parameters parameters, Parameters gradient) {
        begin(steps++);
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) != Block.Kind.STATISTICS) {
                move(parameters.row(i), gradient.row(i), parameters.length(i), i);
            }
        }
    }

    /** Makes ready for step {@code t}, 0 for the first. */
    abstract void begin(long t);

    /** Moves the {@code n} parameters of row {@code i}. */
    abstract void move(float[] w, float[] g, int n, int i);

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
        void move(float[] w, float[] g, int n, int i) {
            Descent.adam(w, g, first.row(i), second.row(i), n, constants);
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
        void move(float[] w, float[] g, int n, int i) {
            float momentum = (float) options.momentum();
            if (momentum == 0) {
                Descent.sgd(w, g, n, rate);
            } else if (options.nesterov()) {
                Descent.nesterov(w, g, velocity.row(i), n, rate, momentum);
            } else {
                Descent.momentum(w, g, velocity.row(i), n, rate, momentum);
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
        void move(float[] w, float[] g, int n, int i) {
            Descent.rmsprop(
                    w, g, square.row(i), n, (float) options.rate(), (float) options.rho(), (float) options.eps());
        }
    }
}

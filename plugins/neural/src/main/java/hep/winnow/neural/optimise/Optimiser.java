package hep.winnow.neural.optimise;

import hep.winnow.kernels.Descent;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;
import java.util.List;

/** A solver at work: what it remembers from step to step. */
public abstract class Optimiser {
    private final List<Parameters> memory;
    private long steps;

    /** Makes one that remembers {@code memory}, numbers that come one per parameter. */
    Optimiser(Parameters... memory) {
        this.memory = List.of(memory);
    }

    /** Returns the optimiser of a solver for parameters of this shape; {@link Solver.Lbfgs} has none, see {@link Lbfgs}. */
    public static Optimiser of(Solver solver, Parameters shape) {
        if (solver instanceof Solver.Adam o) {
            Solver.AdamW plain = new Solver.AdamW(o.rate(), o.beta1(), o.beta2(), o.eps(), 0);
            return new AdamSteps(plain, shape.zeros(), shape.zeros());
        }
        if (solver instanceof Solver.AdamW options) {
            return new AdamSteps(options, shape.zeros(), shape.zeros());
        }
        if (solver instanceof Solver.Sgd options) {
            return new SgdSteps(options, shape.zeros());
        }
        if (solver instanceof Solver.RmsProp options) {
            return new RmsPropSteps(options, shape.zeros());
        }
        throw new IllegalArgumentException("no steps of batches for " + solver);
    }

    /**
     * Moves the parameters one step down the gradient; statistics stay as they are.
     *
     * @param factor what the solver's rate is multiplied with
     */
    public final void step(Parameters parameters, Parameters gradient, double factor) {
        begin(steps++, factor);
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) != Block.Kind.STATISTICS) {
                move(parameters.row(i), gradient.row(i), parameters.length(i), i, parameters.kind(i));
            }
        }
    }

    /** Does the same with the solver's own rate. */
    public final void step(Parameters parameters, Parameters gradient) {
        step(parameters, gradient, 1);
    }

    /** Returns how many steps were made. */
    public final long steps() {
        return steps;
    }

    /** Returns what it remembers, itself, to be kept or overwritten. */
    public final List<Parameters> memory() {
        return memory;
    }

    /** Goes on as if it had made so many steps; {@link #memory} must be filled to match. */
    public final void resume(long count) {
        steps = count;
    }

    /** Makes ready for step {@code t}, 0 for the first. */
    abstract void begin(long t, double factor);

    /** Moves the {@code n} parameters of row {@code i}. */
    abstract void move(float[] w, float[] g, int n, int i, Block.Kind kind);

    private static final class AdamSteps extends Optimiser {
        private final Solver.AdamW options;
        private final Parameters first;
        private final Parameters second;
        private Descent.AdamStep constants = Descent.AdamStep.of(1, 0, 0, 1, 1);
        private float keep = 1;

        AdamSteps(Solver.AdamW options, Parameters first, Parameters second) {
            super(first, second);
            this.options = options;
            this.first = first;
            this.second = second;
        }

        @Override
        void begin(long t, double factor) {
            double rate = options.rate() * factor;
            constants = Descent.AdamStep.of(rate, options.beta1(), options.beta2(), options.eps(), t + 1);
            keep = (float) (1 - rate * options.decay());
        }

        @Override
        void move(float[] w, float[] g, int n, int i, Block.Kind kind) {
            if (keep != 1 && kind == Block.Kind.WEIGHTS) {
                for (int j = 0; j < n; j++) {
                    w[j] *= keep;
                }
            }
            Descent.adam(w, g, first.row(i), second.row(i), n, constants);
        }
    }

    private static final class SgdSteps extends Optimiser {
        private final Solver.Sgd options;
        private final Parameters velocity;
        private float rate;

        SgdSteps(Solver.Sgd options, Parameters velocity) {
            super(velocity);
            this.options = options;
            this.velocity = velocity;
        }

        @Override
        void begin(long t, double factor) {
            rate = (float) (options.rate() * factor / (1 + options.decay() * t));
        }

        @Override
        void move(float[] w, float[] g, int n, int i, Block.Kind kind) {
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
        private float rate;

        RmsPropSteps(Solver.RmsProp options, Parameters square) {
            super(square);
            this.options = options;
            this.square = square;
        }

        @Override
        void begin(long t, double factor) {
            rate = (float) (options.rate() * factor);
        }

        @Override
        void move(float[] w, float[] g, int n, int i, Block.Kind kind) {
            Descent.rmsprop(w, g, square.row(i), n, rate, (float) options.rho(), (float) options.eps());
        }
    }
}

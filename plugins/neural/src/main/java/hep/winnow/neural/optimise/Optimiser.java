package hep.winnow.neural.optimise;

import hep.winnow.api.run.Workers;
import hep.winnow.kernels.Descent;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.RowLoop;
import java.util.List;

/** A solver at work: what it remembers from step to step. */
public abstract class Optimiser {
    private final List<Parameters> memory;
    private final RowLoop loop;
    private Parameters parameters;
    private Parameters gradient;
    private long steps;

    /** Makes one that remembers {@code memory}, numbers that come one per parameter: at least one lot of them. */
    Optimiser(Workers workers, Parameters... memory) {
        this.memory = List.of(memory);
        this.parameters = memory[0];
        this.gradient = memory[0];
        this.loop = new RowLoop(memory[0], workers, this::move);
    }

    /** Returns the optimiser of a solver for parameters of this shape, which moves many of them by several threads; {@link Solver.Lbfgs} has none, see {@link Lbfgs}. */
    public static Optimiser of(Solver solver, Parameters shape, Workers workers) {
        if (solver instanceof Solver.Adam o) {
            Solver.AdamW plain = new Solver.AdamW(o.rate(), o.beta1(), o.beta2(), o.eps(), 0);
            return new AdamSteps(workers, plain, shape.zeros(), shape.zeros());
        }
        if (solver instanceof Solver.AdamW options) {
            return new AdamSteps(workers, options, shape.zeros(), shape.zeros());
        }
        if (solver instanceof Solver.Sgd options) {
            return new SgdSteps(workers, options, shape.zeros());
        }
        if (solver instanceof Solver.RmsProp options) {
            return new RmsPropSteps(workers, options, shape.zeros());
        }
        throw new IllegalArgumentException("no steps of batches for " + solver);
    }

    /**
     * Moves parameters one step down the gradient; statistics stay as they are.
     *
     * @param numbers the parameters
     * @param slope the gradient by them
     * @param factor what the solver's rate is multiplied with
     */
    public final void step(Parameters numbers, Parameters slope, double factor) {
        parameters = numbers;
        gradient = slope;
        begin(steps++, factor);
        loop.run();
    }

    private void move(int from, int to) {
        for (int i = from; i < to; i++) {
            if (parameters.kind(i) != Block.Kind.STATISTICS) {
                move(parameters.row(i), gradient.row(i), parameters.length(i), i, parameters.kind(i));
            }
        }
    }

    /** Does the same with the solver's own rate. */
    public final void step(Parameters numbers, Parameters slope) {
        step(numbers, slope, 1);
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

    /** Moves the {@code n} parameters of row {@code i}; other threads may move other rows meanwhile. */
    abstract void move(float[] w, float[] g, int n, int i, Block.Kind kind);

    private static final class AdamSteps extends Optimiser {
        private final Solver.AdamW options;
        private final Parameters first;
        private final Parameters second;
        private Descent.AdamStep constants = Descent.AdamStep.of(1, 0, 0, 1, 1);
        private float keep = 1;

        AdamSteps(Workers workers, Solver.AdamW options, Parameters first, Parameters second) {
            super(workers, first, second);
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
            float kept = kind == Block.Kind.WEIGHTS ? keep : 1;
            Descent.adamw(w, g, first.row(i), second.row(i), n, constants, kept);
        }
    }

    private static final class SgdSteps extends Optimiser {
        private final Solver.Sgd options;
        private final Parameters velocity;
        private float rate;

        SgdSteps(Workers workers, Solver.Sgd options, Parameters velocity) {
            super(workers, velocity);
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

        RmsPropSteps(Workers workers, Solver.RmsProp options, Parameters square) {
            super(workers, square);
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

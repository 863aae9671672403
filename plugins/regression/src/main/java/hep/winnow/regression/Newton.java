package hep.winnow.regression;

import hep.winnow.api.learn.TrainingContext;
import java.util.Optional;

/**
 * Minimises a {@link LogisticObjective} by Newton's method with a backtracking line search (Armijo's rule). Where the curvature is not positive, as negative weights can make
 * it on the way, a multiple of the identity is added until it is.
 */
final class Newton {
    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double ARMIJO = 1e-4;

    /** Relative error of the objective by rounding: a step that makes it worse by no more is no worse. */
    private static final double ROUNDING = 1e-13;

    /** Separated classes are followed down to this loss: no best value exists, and the scores are near 0 and 1. */
    private static final double SEPARATED_LOSS = 1e-3;

    /** In units of the greatest curvature; with more, the objective is no number any more. */
    private static final double MOST_DAMPING = 1e6;

    /** How a fit ended. */
    enum End {
        CONVERGED,
        SEPARATED,
        /** The iterations or the digits ran out. */
        STUCK
    }

    /**
     * Where a fit ended.
     *
     * @param theta the parameters
     * @param value the objective there, with curvature
     * @param iterations that were made
     * @param end how it ended
     */
    record Result(double[] theta, LogisticObjective.Value value, int iterations, End end) {
        /** Returns the greatest component of the gradient. */
        double slope() {
            return greatest(value.gradient);
        }
    }

    private Newton() {}

    /**
     * Returns where the gradient vanishes.
     *
     * @param tolerance of the greatest component of the gradient
     * @param canSeparate whether to stop where the classes are separated: without a penalty there is no minimum then
     */
    static Result minimise(
            LogisticObjective objective, double tolerance, boolean canSeparate, TrainingContext context) {
        double[] theta = new double[objective.size()];
        LogisticObjective.Value value = objective.at(theta, true);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            context.checkInterrupted();
            if (canSeparate && value.isSeparated && value.loss < SEPARATED_LOSS) {
                return new Result(theta, value, iteration, End.SEPARATED);
            }
            if (greatest(value.gradient) <= tolerance) {
                return new Result(theta, value, iteration, End.CONVERGED);
            }
            Optional<double[]> next = step(objective, theta, value);
            if (next.isEmpty()) {
                return new Result(theta, value, iteration, End.STUCK);
            }
            theta = next.get();
            value = objective.at(theta, true);
        }
        return new Result(theta, value, MOST_ITERATIONS, End.STUCK);
    }

    /** Returns the parameters after a step downhill; empty if there is none. */
    private static Optional<double[]> step(LogisticObjective objective, double[] theta, LogisticObjective.Value value) {
        double[] direction = direction(value);
        double slope = -Discriminant.dot(value.gradient, direction);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = new double[theta.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = theta[i] - length * direction[i];
            }
            double loss = objective.at(next, false).loss;
            if (loss <= value.loss + ARMIJO * length * slope + ROUNDING * (1 + Math.abs(value.loss))) {
                return Optional.of(next);
            }
            length /= 2;
        }
        return Optional.empty();
    }

    /** Returns H⁻¹ g, with a multiple of the identity added to H where it is not positive definite. */
    private static double[] direction(LogisticObjective.Value value) {
        int m = value.gradient.length;
        double damping = 0;
        double scale = 0;
        for (int i = 0; i < m; i++) {
            scale = Math.max(scale, Math.abs(value.curvature[i * m + i]));
        }
        while (true) {
            double[] damped = value.curvature.clone();
            for (int i = 0; i < m; i++) {
                damped[i * m + i] += damping;
            }
            Optional<Symmetric> solver = Symmetric.of(damped, m);
            if (solver.isPresent()) {
                double[] direction = solver.get().solve(value.gradient);
                if (greatest(direction) < Double.POSITIVE_INFINITY) {
                    return direction;
                }
            }
            if (damping > MOST_DAMPING * scale) {
                return new double[m];
            }
            damping = damping == 0 ? 1e-8 * Math.max(scale, 1e-8) : 10 * damping;
        }
    }

    /** Returns the greatest absolute value; infinite if a value is not a number. */
    private static double greatest(double[] values) {
        double greatest = 0;
        for (double v : values) {
            greatest = Double.isNaN(v) ? Double.POSITIVE_INFINITY : Math.max(greatest, Math.abs(v));
        }
        return greatest;
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Scope;
import java.util.List;

/**
 * Weighted mean and variance of a value over events. Events where it is missing take no part.
 *
 * @param mean Σ w x / Σ w
 * @param variance Σ w (x - mean)² / Σ w; below 0 where negative weights win
 */
record Moments(double mean, double variance) {
    /** Returns the moments for a measure; events without a value are told in a warning. */
    static Moments of(String measure, EventExpression value, Scope on, StepContext context) {
        Sums sums = new Sums();
        context.forEachBlock(on, List.of(value), sums::addFirst);
        if (sums.weights == 0) {
            throw UserError.data(
                    "'" + on.text() + "' has no events with a value of '" + value.text()
                            + "', or their weights sum to 0",
                    "check the split, the cuts and the weights");
        }
        ScoreMeasures.warn(measure, sums.missing, value.text(), on, context);
        sums.mean = sums.first / sums.weights;
        context.forEachBlock(on, List.of(value), sums::addSecond);
        return new Moments(sums.mean, sums.second / sums.weights);
    }

    /** Sums over blocks of events, in order. */
    private static final class Sums {
        private int missing;
        private double weights;
        private double first;
        private double mean;
        private double second;

        void addFirst(EventTable block) {
            double[] x = block.numbers(0);
            for (int i = 0; i < x.length; i++) {
                if (Double.isNaN(x[i])) {
                    missing++;
                } else {
                    weights += block.weight()[i];
                    first += block.weight()[i] * x[i];
                }
            }
        }

        void addSecond(EventTable block) {
            double[] x = block.numbers(0);
            for (int i = 0; i < x.length; i++) {
                if (!Double.isNaN(x[i])) {
                    second += block.weight()[i] * (x[i] - mean) * (x[i] - mean);
                }
            }
        }
    }
}

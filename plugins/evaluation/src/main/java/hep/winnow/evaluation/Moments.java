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
        EventTable table = context.table(on, List.of(value));
        double[] x = table.numbers(0);
        double[] w = table.weight();
        int missing = 0;
        double sum = 0;
        double first = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i])) {
                missing++;
            } else {
                sum += w[i];
                first += w[i] * x[i];
            }
        }
        if (sum == 0) {
            throw UserError.data(
                    "'" + on.text() + "' has no events with a value of '" + value.text()
                            + "', or their weights sum to 0",
                    "check the split, the cuts and the weights");
        }
        ScoreMeasures.warn(measure, missing, value.text(), on, context);
        double mean = first / sum;
        double second = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                second += w[i] * (x[i] - mean) * (x[i] - mean);
            }
        }
        return new Moments(mean, second / sum);
    }
}

package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.Arrays;
import java.util.Optional;

/**
 * The gap in AUC between train and test with the share taken out that the events themselves are to blame for. A reference scorer that took no part in the training has a gap too, because one
 * part is easier than the other by chance; it is correlated with the model's. With g, g' the gaps of model and reference, C their covariance and V, V' their variances
 * (the formula of the paired comparison, summed over both parts): g − (C/V') g' estimates the same as g, with the variance V − C²/V'. This is the method of
 * control variates.
 */
final class AdjustedGap {
    private AdjustedGap() {}

    /** Returns the adjusted gap; empty if the reference has no spread. */
    static Optional<Estimate> of(Pool pool) {
        return of(compare(pool, 0, pool.train()), compare(pool, pool.train(), pool.size()));
    }

    /** Returns the adjusted gap from model (first) and reference (second) on both parts; empty if the reference has no spread. */
    static Optional<Estimate> of(RocArea.Comparison train, RocArea.Comparison other) {
        Estimate gap = train.first().minus(other.first());
        Estimate reference = train.second().minus(other.second());
        double covariance = train.covariance() + other.covariance();
        double referenceVariance = reference.error() * reference.error();
        double variance = gap.error() * gap.error() - covariance * covariance / referenceVariance;
        if (!(referenceVariance > 0) || !(variance > 0)) {
            return Optional.empty();
        }
        double slope = covariance / referenceVariance;
        return Optional.of(new Estimate(gap.value() - slope * reference.value(), Math.sqrt(variance)));
    }

    private static RocArea.Comparison compare(Pool pool, int from, int to) {
        return RocArea.compare(
                Arrays.copyOfRange(pool.score(), from, to),
                Arrays.copyOfRange(pool.reference(), from, to),
                Arrays.copyOfRange(pool.label(), from, to),
                Arrays.copyOfRange(pool.weight(), from, to));
    }
}

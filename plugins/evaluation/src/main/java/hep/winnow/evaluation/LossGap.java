package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.Optional;

/**
 * By what share of itself the mean logarithmic loss of other events is above that of the events that trained the model; −log p of the event's own class, both classes with the
 * same weight in the mean. A model that learnt events by heart is sure of them, and as sure of others where it is wrong: the loss tells that sooner than the area, which knows
 * the order of the scores only.
 *
 * <p>The share that the events themselves are to blame for is taken out as in {@link AdjustedGap}. Probabilities below {@value #FLOOR} count as that, so that no single event decides. With
 * l_c the mean over class c, of weights w, Var l_c = Σ w² (l − l_c)²/W², and the loss is (l_0 + l_1)/2. Scores that are no probabilities have no such loss.
 */
final class LossGap {
    private static final double FLOOR = 1e-3;

    private LossGap() {}

    /** Returns the gap in units of the loss on the other events; empty if it cannot be told. */
    static Optional<Estimate> of(Pool pool) {
        for (double s : pool.score()) {
            if (!(s >= 0 && s <= 1)) {
                return Optional.empty();
            }
        }
        RocArea.Comparison other = losses(pool, pool.train(), pool.size());
        return AdjustedGap.of(other, losses(pool, 0, pool.train()))
                .map(gap -> gap.times(1 / other.first().value()))
                .filter(gap -> Double.isFinite(gap.value()));
    }

    /** Returns the losses of model and reference over some of the events. */
    private static RocArea.Comparison losses(Pool pool, int from, int to) {
        double[] mean = new double[2];
        double[] referenceMean = new double[2];
        double[] sum = new double[2];
        for (int i = from; i < to; i++) {
            int c = pool.label()[i];
            double w = pool.weight()[i];
            sum[c] += w;
            mean[c] += w * loss(pool.score()[i], c);
            referenceMean[c] += w * loss(reference(pool, i), c);
        }
        double variance = 0;
        double referenceVariance = 0;
        double covariance = 0;
        for (int i = from; i < to; i++) {
            int c = pool.label()[i];
            double share = 0.5 * pool.weight()[i] / sum[c];
            double d = share * (loss(pool.score()[i], c) - mean[c] / sum[c]);
            double r = share * (loss(reference(pool, i), c) - referenceMean[c] / sum[c]);
            variance += d * d;
            referenceVariance += r * r;
            covariance += d * r;
        }
        return new RocArea.Comparison(
                new Estimate((mean[0] / sum[0] + mean[1] / sum[1]) / 2, Math.sqrt(variance)),
                new Estimate((referenceMean[0] / sum[0] + referenceMean[1] / sum[1]) / 2, Math.sqrt(referenceVariance)),
                covariance);
    }

    /** A share among m neighbours as a probability that is never 0 or 1: Laplace's rule of succession. */
    private static double reference(Pool pool, int i) {
        double m = NeighbourReference.neighbours(pool.size());
        return (pool.reference()[i] * m + 1) / (m + 2);
    }

    private static double loss(double probability, int label) {
        double own = label == 1 ? probability : 1 - probability;
        return -StrictMath.log(Math.max(FLOOR, own));
    }
}

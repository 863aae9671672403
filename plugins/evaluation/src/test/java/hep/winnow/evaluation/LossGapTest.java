package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.stat.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LossGapTest {
    private static final int TRAIN = 150;
    private static final int ALL = 300;

    /** Share of negative weights; below 0 stands for weights of 1. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.1, 0.25})
    void isCentredAndItsErrorIsRightForAFixedScorer(double negative) {
        int toys = 400;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < toys; seed++) {
            double z = LossGap.of(pool(seed, negative, 0)).orElseThrow().sigma();
            sum += z;
            squares += z * z;
        }
        assertThat(sum / toys).isCloseTo(0, within(0.2));
        assertThat(Math.sqrt(squares / toys)).isBetween(0.85, 1.15);
    }

    @Test
    void findsAModelThatKnowsItsEvents() {
        int found = 0;
        for (int seed = 0; seed < 50; seed++) {
            Estimate gap = LossGap.of(pool(seed, -1, 0.25)).orElseThrow();
            found += gap.sigma() > Verdict.GAP_SIGMA && gap.value() > Verdict.LOSS_GAP ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void followsItsFormula() {
        Pool pool = pool(3, 0.1, 0.1);
        double m = NeighbourReference.neighbours(ALL);
        double[] loss = new double[ALL];
        double[] reference = new double[ALL];
        for (int i = 0; i < ALL; i++) {
            double own = pool.label()[i] == 1 ? pool.score()[i] : 1 - pool.score()[i];
            double near = (pool.reference()[i] * m + 1) / (m + 2);
            loss[i] = -StrictMath.log(Math.max(1e-3, own));
            reference[i] = -StrictMath.log(pool.label()[i] == 1 ? near : 1 - near);
        }
        double gap = mean(pool, loss, TRAIN, ALL) - mean(pool, loss, 0, TRAIN);
        double referenceGap = mean(pool, reference, TRAIN, ALL) - mean(pool, reference, 0, TRAIN);
        double variance = covariance(pool, loss, loss);
        double referenceVariance = covariance(pool, reference, reference);
        double both = covariance(pool, loss, reference);

        Estimate found = LossGap.of(pool).orElseThrow();

        double unit = mean(pool, loss, TRAIN, ALL);
        assertThat(found.value()).isCloseTo((gap - both / referenceVariance * referenceGap) / unit, within(1e-12));
        assertThat(found.error())
                .isCloseTo(Math.sqrt(variance - both * both / referenceVariance) / unit, within(1e-12));
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNone() {
        Pool pool = pool(1, -1, 0);
        double[] score = pool.score().clone();
        score[3] = 1.5;
        assertThat(LossGap.of(new Pool(score, pool.reference(), pool.label(), pool.weight(), pool.train())))
                .isEmpty();
    }

    @Test
    void oneEventThatIsQuiteWrongDoesNotDecide() {
        Pool pool = pool(1, -1, 0);
        double[] score = pool.score().clone();
        score[TRAIN] = 1 - pool.label()[TRAIN];
        assertThat(LossGap.of(new Pool(score, pool.reference(), pool.label(), pool.weight(), pool.train()))
                        .orElseThrow()
                        .sigma())
                .isLessThan(Verdict.GAP_SIGMA);
    }

    /** Two Gaussians; the score is the probability of signal, drawn towards the truth by {@code known} for those events that trained. */
    private static Pool pool(long seed, double negative, double known) {
        RandomStream random = new RandomStream(seed);
        double[] x = new double[ALL];
        double[] score = new double[ALL];
        double[] weight = new double[ALL];
        int[] label = new int[ALL];
        for (int i = 0; i < ALL; i++) {
            label[i] = i % 2;
            x[i] = random.nextGaussian() + 2 * label[i];
            double p = 1 / (1 + StrictMath.exp(2 - 2 * x[i]));
            score[i] = i < TRAIN ? p + known * (label[i] - p) : p;
            double size = negative < 0 ? 1 : random.nextDouble(0.5, 1.5);
            weight[i] = random.nextDouble() < negative ? -size : size;
        }
        double[] reference = NeighbourReference.scores(new double[][] {x}, label, weight, Workers.sequential());
        return new Pool(score, reference, label, weight, TRAIN);
    }

    private static double mean(Pool pool, double[] value, int from, int to) {
        return (mean(pool, value, from, to, 0) + mean(pool, value, from, to, 1)) / 2;
    }

    private static double mean(Pool pool, double[] value, int from, int to, int c) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += pool.label()[i] == c ? pool.weight()[i] * value[i] : 0;
        }
        return sum / total(pool, from, to, c);
    }

    private static double total(Pool pool, int from, int to, int c) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += pool.label()[i] == c ? pool.weight()[i] : 0;
        }
        return total;
    }

    /** Covariance of the gaps of two losses. */
    private static double covariance(Pool pool, double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < ALL; i++) {
            int from = i < TRAIN ? 0 : TRAIN;
            int to = i < TRAIN ? TRAIN : ALL;
            int c = pool.label()[i];
            double share = pool.weight()[i] / total(pool, from, to, c) / 2;
            sum += share * share * (a[i] - mean(pool, a, from, to, c)) * (b[i] - mean(pool, b, from, to, c));
        }
        return sum;
    }
}

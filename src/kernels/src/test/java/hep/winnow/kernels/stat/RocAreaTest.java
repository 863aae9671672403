package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.kernels.stat.Toys.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RocAreaTest {
    @ParameterizedTest
    @EnumSource
    void agreesWithTheNaiveFormula(Weights weights) {
        for (int seed = 0; seed < 20; seed++) {
            Toys t = new Toys(seed, 40 + seed, 70 - seed, weights);
            double[] coarse = coarse(t.score, 2);
            for (double[] score : new double[][] {t.score, coarse}) {
                Estimate e = RocArea.estimate(score, t.label, t.weight);
                assertThat(e.value()).isCloseTo(NaiveRoc.area(score, t.label, t.weight), within(1e-12));
                assertThat(e.error() * e.error())
                        .isCloseTo(NaiveRoc.covariance(score, score, t.label, t.weight), within(1e-12));
                assertThat(RocArea.of(score, t.label, t.weight)).isEqualTo(e.value());
            }
            RocArea.Comparison pair = RocArea.compare(t.score, coarse, t.label, t.weight);
            assertThat(pair.covariance())
                    .isCloseTo(NaiveRoc.covariance(t.score, coarse, t.label, t.weight), within(1e-12));
            assertThat(pair.first()).isEqualTo(RocArea.estimate(t.score, t.label, t.weight));
            assertThat(pair.second()).isEqualTo(RocArea.estimate(coarse, t.label, t.weight));
        }
    }

    @ParameterizedTest
    @EnumSource
    void floatsGiveTheAreaOfTheSameDoubles(Weights weights) {
        for (int seed = 0; seed < 20; seed++) {
            Toys t = new Toys(seed, 40 + seed, 70 - seed, weights);
            t.label[seed] = -1;
            for (double step : new double[] {1e-9, 0.5}) {
                float[] score = new float[t.score.length];
                double[] same = new double[score.length];
                for (int i = 0; i < score.length; i++) {
                    score[i] = (float) (Math.rint(t.score[i] / step) * step);
                    same[i] = score[i];
                }
                score[seed] = Float.NaN;
                assertThat(RocArea.of(score, t.label, t.weight)).isEqualTo(RocArea.of(same, t.label, t.weight));
            }
        }
        assertThat(RocArea.of(new float[] {1, Float.NaN}, new int[] {1, 0}, new double[] {1, 1}))
                .isNaN();
        assertThat(RocArea.of(new float[] {1, 2}, new int[] {1, 1}, new double[] {1, 1}))
                .isNaN();
    }

    @Test
    void unitWeightsAgreeWithDeLong() {
        int m = 60;
        for (int seed = 0; seed < 20; seed++) {
            Toys t = new Toys(seed, m, m, Weights.UNIT);
            double error = RocArea.estimate(t.score, t.label, t.weight).error();
            assertThat(error * error * m / (m - 1)).isCloseTo(NaiveRoc.delong(t.score, t.label), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalOfTwoErrorsCoversTheTruth(Weights weights) {
        int toys = 2000;
        int covered = 0;
        for (int seed = 0; seed < toys; seed++) {
            Toys t = new Toys(1000 + seed, 500, 500, weights);
            Estimate e = RocArea.estimate(t.score, t.label, t.weight);
            covered += Math.abs(e.value() - Toys.AUC) < 1.959964 * e.error() ? 1 : 0;
        }
        assertThat((double) covered / toys).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @EnumSource
    void differenceOfTwoCorrelatedScoresIsCovered(Weights weights) {
        int toys = 1000;
        int covered = 0;
        for (int seed = 0; seed < toys; seed++) {
            Toys t = new Toys(5000 + seed, 300, 400, weights);
            Toys noise = new Toys(90000 + seed, 0, 700, Weights.UNIT);
            double[] worse = new double[t.score.length];
            for (int i = 0; i < worse.length; i++) {
                worse[i] = t.score[i] + noise.score[i];
            }
            // The sum of two unit Gaussians has width √2: AUC = Φ(1/2).
            Estimate d = RocArea.compare(t.score, worse, t.label, t.weight).difference();
            covered += Math.abs(d.value() - (Toys.AUC - 0.6914624612740131)) < 1.959964 * d.error() ? 1 : 0;
        }
        assertThat((double) covered / toys).isBetween(0.93, 0.97);
    }

    @Test
    void countsTiesAsHalf() {
        assertThat(RocArea.of(new double[] {1, 1}, new int[] {1, 0}, new double[] {1, 1}))
                .isEqualTo(0.5);
        assertThat(RocArea.of(new double[] {0.0, -0.0}, new int[] {1, 0}, new double[] {1, 1}))
                .isEqualTo(0.5);
        assertThat(RocArea.of(new double[] {2, 1, 1, 0}, new int[] {1, 1, 0, 0}, new double[] {1, 1, 1, 1}))
                .isEqualTo(0.875);
    }

    @Test
    void duplicatedEventIsOneOfTwiceTheWeight() {
        double[] once = {3, 2, 1, 0.5};
        int[] label = {1, 0, 1, 0};
        double[] twice = {3, 2, 1, 1, 0.5};
        assertThat(RocArea.of(once, label, new double[] {1, 1, 2, 1}))
                .isEqualTo(RocArea.of(twice, new int[] {1, 0, 1, 1, 0}, new double[] {1, 1, 1, 1, 1}));
    }

    @Test
    void negativeTwinCancelsAnEvent() {
        double[] score = {3, 2, 1, 0.7, 0.7};
        int[] label = {1, 0, 1, 0, 0};
        double with = RocArea.of(score, label, new double[] {1, 1, 1, 2, -2});
        assertThat(with).isEqualTo(RocArea.of(new double[] {3, 2, 1}, new int[] {1, 0, 1}, new double[] {1, 1, 1}));
    }

    @Test
    void leavesOtherLabelsOut() {
        double[] weight = {1, 1, 1};
        assertThat(RocArea.estimate(new double[] {2, 1, Double.NaN}, new int[] {1, 0, -1}, weight))
                .isEqualTo(new Estimate(1, 0));
    }

    @Test
    void emptyClassHasNoArea() {
        double[] one = {1};
        assertThat(RocArea.of(one, new int[] {1}, one)).isNaN();
        assertThat(RocArea.estimate(one, new int[] {0}, one)).isEqualTo(Estimate.UNKNOWN);
        assertThat(RocArea.estimate(new double[0], new int[0], new double[0])).isEqualTo(Estimate.UNKNOWN);
        assertThat(RocArea.compare(one, one, new int[] {0}, one).difference().error())
                .isNaN();
    }

    @Test
    void weightsThatCancelHaveNoArea() {
        double[] score = {1, 2, 0};
        assertThat(RocArea.of(score, new int[] {1, 1, 0}, new double[] {1, -1, 1}))
                .isNaN();
    }

    @Test
    void refusesNanScoresWhereAnErrorIsAskedFor() {
        double[] score = {1, Double.NaN};
        assertThat(RocArea.of(score, new int[] {1, 0}, new double[] {1, 1})).isNaN();
        assertThatThrownBy(() -> RocArea.estimate(score, new int[] {1, 0}, new double[] {1, 1}))
                .hasMessageContaining("NaN");
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        assertThatThrownBy(() -> RocArea.of(new double[2], new int[2], new double[1]))
                .hasMessageContaining("2, 2, 1");
    }

    @Test
    void ranksInfiniteScores() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(RocArea.of(new double[] {inf, 1, -inf}, new int[] {1, 0, 0}, new double[] {1, 1, 1}))
                .isEqualTo(1);
    }

    @Test
    void scoresThatOrderAlikeDifferByNothing() {
        Toys t = new Toys(3, 50, 50, Weights.NEGATIVE_10);
        double[] cubed = new double[t.score.length];
        for (int i = 0; i < cubed.length; i++) {
            cubed[i] = t.score[i] * t.score[i] * t.score[i];
        }
        Estimate d = RocArea.compare(t.score, cubed, t.label, t.weight).difference();
        assertThat(d.value()).isZero();
        assertThat(d.error()).isLessThan(1e-9);
    }

    private static double[] coarse(double[] score, int steps) {
        double[] out = new double[score.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.rint(score[i] * steps) / steps;
        }
        return out;
    }
}

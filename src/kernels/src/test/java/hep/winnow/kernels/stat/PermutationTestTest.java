package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.kernels.stat.Toys.Weights;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PermutationTestTest {
    @ParameterizedTest
    @EnumSource
    void pValuesOfAFixedScorerAreUniform(Weights weights) {
        int toys = 2000;
        double sum = 0;
        int rejected = 0;
        for (int seed = 0; seed < toys; seed++) {
            Toys t = new Toys(seed, 0, 150, weights);
            double p = pValue(
                    Arrays.copyOf(t.score, 100),
                    Arrays.copyOf(t.weight, 100),
                    Arrays.copyOfRange(t.score, 100, 150),
                    Arrays.copyOfRange(t.weight, 100, 150),
                    199,
                    seed);
            sum += p;
            rejected += p <= 0.05 ? 1 : 0;
        }
        assertThat(sum / toys).isCloseTo(0.5, within(0.03));
        assertThat((double) rejected / toys).isBetween(0.03, 0.07);
    }

    @ParameterizedTest
    @EnumSource
    void seesAShift(Weights weights) {
        Toys t = new Toys(5, 300, 300, weights);
        double p = pValue(
                Arrays.copyOf(t.score, 300),
                Arrays.copyOf(t.weight, 300),
                Arrays.copyOfRange(t.score, 300, 600),
                Arrays.copyOfRange(t.weight, 300, 600),
                999,
                1);
        assertThat(p).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource
    void statisticAgreesWithTheNaiveOne(Weights weights) {
        for (int seed = 0; seed < 20; seed++) {
            Toys t = new Toys(seed, 30, 40, weights);
            for (int i = 0; i < 70; i += 2) {
                t.score[i] = Math.rint(t.score[i]);
            }
            double[] x = Arrays.copyOf(t.score, 30);
            double[] w = Arrays.copyOf(t.weight, 30);
            double[] y = Arrays.copyOfRange(t.score, 30, 70);
            double[] v = Arrays.copyOfRange(t.weight, 30, 70);
            double naive = 0;
            for (double at : t.score) {
                naive = Math.max(naive, Math.abs(below(x, w, at) - below(y, v, at)));
            }
            assertThat(WeightedKs.statistic(x, w, y, v)).isCloseTo(naive, within(1e-12));
        }
    }

    @Test
    void dealsKeepTheSizes() {
        // Two events of the first sample among four: the distance of a deal is 1 or 1/2, in a ratio of 2 to 4.
        PermutationTest test =
                new PermutationTest(new double[] {1, 2}, new double[] {1, 1}, new double[] {3, 4}, new double[] {1, 1});
        assertThat(test.statistic()).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(4);
        int apart = 0;
        for (int i = 0; i < 6000; i++) {
            double d = test.permuted(random::nextLong);
            assertThat(d).isIn(1.0, 0.5);
            apart += d == 1 ? 1 : 0;
        }
        assertThat(apart / 6000.0).isCloseTo(1.0 / 3, within(0.02));
    }

    @Test
    void pValueCountsTheSampleItself() {
        PermutationTest test =
                new PermutationTest(new double[] {1, 2}, new double[] {1, 1}, new double[] {3, 4}, new double[] {1, 1});
        assertThat(test.pValue(new double[] {0.5, 0.5, 0.5})).isEqualTo(0.25);
        assertThat(test.pValue(new double[] {0.5, 1 - 1e-15, Double.NaN})).isEqualTo(0.625);
        assertThat(test.pValue(new double[0])).isEqualTo(1);
    }

    @Test
    void emptyOrCancellingSampleHasNoStatistic() {
        double[] none = {};
        assertThat(WeightedKs.statistic(none, none, new double[] {1}, new double[] {1}))
                .isNaN();
        assertThat(WeightedKs.statistic(new double[] {1, 2}, new double[] {1, -1}, new double[] {1}, new double[] {1}))
                .isNaN();
        PermutationTest test = new PermutationTest(none, none, new double[] {1}, new double[] {1});
        assertThat(test.pValue(new double[] {0.5})).isNaN();
    }

    @Test
    void refusesNanScores() {
        assertThatThrownBy(() -> WeightedKs.statistic(
                        new double[] {Double.NaN}, new double[] {1}, new double[] {1}, new double[] {1}))
                .hasMessageContaining("NaN");
    }

    private static double pValue(double[] x, double[] w, double[] y, double[] v, int permutations, long seed) {
        PermutationTest test = new PermutationTest(x, w, y, v);
        SplittableRandom random = new SplittableRandom(~seed);
        double[] permuted = new double[permutations];
        for (int i = 0; i < permutations; i++) {
            permuted[i] = test.permuted(random::nextLong);
        }
        return test.pValue(permuted);
    }

    private static double below(double[] score, double[] weight, double at) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < score.length; i++) {
            total += weight[i];
            sum += score[i] <= at ? weight[i] : 0;
        }
        return sum / total;
    }
}

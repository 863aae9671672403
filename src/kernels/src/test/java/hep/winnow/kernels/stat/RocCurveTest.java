package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.kernels.stat.Toys.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RocCurveTest {
    @ParameterizedTest
    @EnumSource
    void pointsAreTheWeightedFractionsAboveEachThreshold(Weights weights) {
        Toys t = new Toys(7, 60, 80, weights);
        for (int i = 0; i < t.score.length; i += 3) {
            t.score[i] = Math.rint(t.score[i]);
        }
        RocCurve curve = RocCurve.of(t.score, t.label, t.weight);
        for (int p = 0; p < curve.size(); p++) {
            assertThat(curve.signalEfficiency(p)).isCloseTo(fraction(t, 1, curve.threshold(p)), within(1e-12));
            assertThat(curve.backgroundEfficiency(p)).isCloseTo(fraction(t, 0, curve.threshold(p)), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trapezoidsUnderItAreTheArea(Weights weights) {
        Toys t = new Toys(11, 200, 300, weights);
        RocCurve curve = RocCurve.of(t.score, t.label, t.weight);
        double area = 0;
        for (int p = 1; p < curve.size(); p++) {
            area += (curve.backgroundEfficiency(p) - curve.backgroundEfficiency(p - 1))
                    * (curve.signalEfficiency(p) + curve.signalEfficiency(p - 1))
                    / 2;
        }
        assertThat(area).isCloseTo(RocArea.of(t.score, t.label, t.weight), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void errorOfTheSignalEfficiencyCoversTheTruth(Weights weights) {
        // Signal efficiency at background efficiency 0.1 for unit Gaussians one apart: 1 - Φ(1.2815515655 - 1).
        double truth = 0.3891442;
        int toys = 1500;
        int covered = 0;
        for (int seed = 0; seed < toys; seed++) {
            Toys t = new Toys(300 + seed, 800, 800, weights);
            Estimate e = RocCurve.of(t.score, t.label, t.weight).signalEfficiencyAt(0.1);
            covered += Math.abs(e.value() - truth) < 1.959964 * e.error() ? 1 : 0;
        }
        assertThat((double) covered / toys).isBetween(0.92, 0.98);
    }

    /** Wilson's interval: an efficiency of 1 of few events is no certainty. */
    @Test
    void efficiencyOfOneHasAnError() {
        double[] score = new double[600];
        int[] label = new int[600];
        double[] weight = new double[600];
        for (int i = 0; i < 600; i++) {
            label[i] = i < 500 ? 1 : 0;
            score[i] = label[i];
            weight[i] = 2;
        }
        Estimate e = RocCurve.of(score, label, weight).signalEfficiencyAt(0.1);
        assertThat(e.value()).isEqualTo(1);
        assertThat(e.error()).isCloseTo(1 / (2.0 * 500), within(1e-12));
    }

    @Test
    void readsBetweenThePoints() {
        RocCurve curve = RocCurve.of(new double[] {4, 3, 2, 1}, new int[] {1, 0, 1, 0}, new double[] {1, 1, 1, 1});
        assertThat(curve.size()).isEqualTo(5);
        assertThat(curve.threshold(0)).isInfinite();
        assertThat(curve.signalEfficiencyAt(0).value()).isEqualTo(0.5);
        assertThat(curve.signalEfficiencyAt(0.25).value()).isEqualTo(0.5);
        assertThat(curve.signalEfficiencyAt(0.5).value()).isEqualTo(1);
        assertThat(curve.signalEfficiencyAt(1).value()).isEqualTo(1);
    }

    @Test
    void stopsWhereANegativeWeightTurnsTheCurveBack() {
        // Background efficiency goes 0, 1, 0, 1: at 0.5 it is the first crossing that counts, before any signal.
        RocCurve curve = RocCurve.of(new double[] {5, 4, 3, 2}, new int[] {0, 0, 1, 0}, new double[] {1, -1, 1, 1});
        assertThat(curve.backgroundEfficiency(2)).isZero();
        assertThat(curve.signalEfficiencyAt(0.5).value()).isZero();
    }

    @Test
    void refusesWhatHasNoCurve() {
        double[] one = {1};
        assertThatThrownBy(() -> RocCurve.of(one, new int[] {1}, one))
                .hasMessageContaining("needs signal and background");
        assertThatThrownBy(() -> RocCurve.of(new double[] {1, Double.NaN}, new int[] {1, 0}, new double[] {1, 1}))
                .hasMessageContaining("NaN");
        RocCurve curve = RocCurve.of(new double[] {1, 0}, new int[] {1, 0}, new double[] {1, 1});
        assertThatThrownBy(() -> curve.signalEfficiencyAt(1.5)).hasMessageContaining("1.5");
    }

    private static double fraction(Toys t, int label, double threshold) {
        double passed = 0;
        double total = 0;
        for (int i = 0; i < t.score.length; i++) {
            if (t.label[i] == label) {
                total += t.weight[i];
                passed += t.score[i] >= threshold ? t.weight[i] : 0;
            }
        }
        return passed / total;
    }
}

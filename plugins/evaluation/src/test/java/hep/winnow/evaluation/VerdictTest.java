package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    @Test
    void smallGapWithinItsErrorIsNoSign() {
        Verdict v = Verdict.of(evidence(0.004, 0.003));
        assertThat(v.isOvertrained()).isFalse();
        assertThat(v.sentence()).isEqualTo("gap 0.004 ± 0.003 (1.3 sigma): no sign of overtraining");
    }

    @Test
    void significantGapOfSomeSizeIsOvertraining() {
        Verdict v = Verdict.of(evidence(0.052, 0.012));
        assertThat(v.isOvertrained()).isTrue();
        assertThat(v.sentence()).isEqualTo("gap 0.052 ± 0.012 (4.3 sigma): overtrained");
    }

    @Test
    void significantGapOfNoSizeIsNegligible() {
        Verdict v = Verdict.of(evidence(0.001, 0.0002));
        assertThat(v.isOvertrained()).isFalse();
        assertThat(v.sentence())
                .isEqualTo(
                        "gap 0.0010 ± 0.0002: negligible: 5.0 sigma, but only 0.001, and a gap matters from 0.005 on");
    }

    @Test
    void aGapMattersByWhatIsLeftToOneButNotBelowAFloor() {
        assertThat(BinaryWatch.negligible(0.8)).isEqualTo(0.005);
        assertThat(BinaryWatch.negligible(0.97)).isCloseTo(0.003, within(1e-12));
        assertThat(BinaryWatch.negligible(0.9997)).isEqualTo(0.001);
    }

    @Test
    void fewEventsCannotTell() {
        Verdict v = Verdict.of(evidence(0.02, 0.04));
        assertThat(v.isOvertrained()).isFalse();
        assertThat(v.sentence())
                .isEqualTo("gap 0.02 ± 0.04 (0.5 sigma): too few events to tell, a gap of 0.1 cannot be excluded");
    }

    @Test
    void gapWithoutTheDifferenceOfTheEventsDecides() {
        Evidence blurred = evidence(0.026, 0.016);
        assertThat(Verdict.of(blurred).isOvertrained()).isFalse();
        Evidence sharp = new Evidence(
                "AUC",
                "test",
                blurred.train(),
                blurred.test(),
                blurred.gap(),
                Optional.of(new Estimate(0.03, 0.009)),
                0.005,
                0.02,
                List.of(),
                Optional.empty());
        Verdict v = Verdict.of(sharp);
        assertThat(v.isOvertrained()).isTrue();
        assertThat(v.sentence())
                .isEqualTo(
                        "gap 0.026 ± 0.016 (1.6 sigma), 0.030 ± 0.009 (3.3 sigma) without the luck of the split: overtrained");
    }

    @Test
    void lossOfOtherEventsTellsWhatTheAreaDoesNot() {
        Verdict v = Verdict.of(withLossGap(new Estimate(0.32, 0.09)));
        assertThat(v.isOvertrained()).isTrue();
        assertThat(v.sentence())
                .isEqualTo(
                        "gap 0.004 ± 0.003 (1.3 sigma): overtrained, the loss of events that did not train is 32 ± 9 %"
                                + " of itself above that of events that did");
        assertThat(Verdict.of(withLossGap(new Estimate(0.32, 0.2))).isOvertrained())
                .isFalse();
        assertThat(Verdict.of(withLossGap(new Estimate(0.04, 0.001))).isOvertrained())
                .isFalse();
        assertThat(Verdict.of(withLossGap(new Estimate(-0.32, 0.09))).isOvertrained())
                .isFalse();
    }

    private static Evidence withLossGap(Estimate lossGap) {
        Evidence e = evidence(0.004, 0.003);
        return new Evidence(
                e.measure(),
                e.other(),
                e.train(),
                e.test(),
                e.gap(),
                e.adjusted(),
                Optional.of(lossGap),
                e.negligible(),
                e.vague(),
                e.ks(),
                e.loss());
    }

    @Test
    void responsesConfirmAGapOfOneSigma() {
        Evidence.ClassKs signal = new Evidence.ClassKs("signal", 0.2, 0.001, 1000);
        assertThat(Verdict.of(evidence(0.012, 0.008, signal)).sentence())
                .isEqualTo(
                        "gap 0.012 ± 0.008 (1.5 sigma): overtrained, the responses of signal (KS p = 0.001) differ between"
                                + " train and test");
        assertThat(Verdict.of(evidence(0.004, 0.003, signal)).isOvertrained()).isFalse();
        assertThat(Verdict.of(evidence(-0.012, 0.008, signal)).isOvertrained()).isFalse();
        Evidence.ClassKs like = new Evidence.ClassKs("signal", 0.2, 0.04, 1000);
        assertThat(Verdict.of(evidence(0.012, 0.008, like)).isOvertrained()).isFalse();
    }

    @Test
    void risenValidationLossIsOvertraining() {
        Evidence e = evidence(0.004, 0.003, course(100, 0, k -> 0.3 + (k > 40 ? (k - 40) * 0.002 : (40 - k) * 0.01)));
        Verdict v = Verdict.of(e);
        assertThat(v.isOvertrained()).isTrue();
        assertThat(v.conclusion()).contains("the validation loss is", "% above its minimum at epoch 4");
    }

    @Test
    void modelOfTheBestEpochPasses() {
        Evidence e = evidence(0.004, 0.003, course(100, 41, k -> 0.3 + (k > 40 ? (k - 40) * 0.002 : (40 - k) * 0.01)));
        assertThat(Verdict.of(e).isOvertrained()).isFalse();
        assertThat(e.loss().orElseThrow().lastRise()).isGreaterThan(0.3);
        assertThat(e.loss().orElseThrow().text()).contains("the model stands for epoch 41");
    }

    @Test
    void noiseOfTheLossIsNoRise() {
        Evidence e = evidence(0.004, 0.003, course(100, 0, k -> 0.3 + 0.01 * ((k * 7919) % 13 - 6) / 6.0));
        assertThat(e.loss().orElseThrow().rise()).isLessThan(0.03);
        assertThat(Verdict.of(e).isOvertrained()).isFalse();
    }

    @Test
    void saysOverHowManyEpochsTheLossIsAMean() {
        assertThat(course(60, 60, k -> 1.0 / k).orElseThrow().text())
                .isEqualTo("validation loss, mean over 5 epochs: least, 0.01725, at epoch 60, the last one");
        assertThat(course(10, 10, k -> 1.0 / k).orElseThrow().text())
                .isEqualTo("validation loss: least, 0.1, at epoch 10, the last one");
    }

    @Test
    void historyWithoutValidationHasNoCourse() {
        assertThat(course(10, 0, k -> Double.NaN)).isEmpty();
        assertThat(LossCourse.of(new History(List.of(), 0, 0))).isEmpty();
        assertThat(course(1, 1, k -> 0.5).orElseThrow().rise()).isZero();
    }

    @Test
    void gapThatCannotBeToldIsNoVerdict() {
        Verdict v = Verdict.of(evidence(Double.NaN, Double.NaN));
        assertThat(v.isOvertrained()).isFalse();
        assertThat(v.sentence()).isEqualTo("the gap between train and test cannot be told");
    }

    private static Optional<LossCourse> course(int epochs, int best, IntToDoubleFunction loss) {
        List<EpochReport> reports = new ArrayList<>();
        for (int k = 1; k <= epochs; k++) {
            reports.add(new EpochReport(k, 0.3, loss.applyAsDouble(k), Double.NaN, Double.NaN));
        }
        return LossCourse.of(new History(reports, best, 0));
    }

    private static Evidence evidence(double gap, double error, Evidence.ClassKs... ks) {
        return evidence(gap, error, Optional.empty(), ks);
    }

    private static Evidence evidence(double gap, double error, Optional<LossCourse> loss, Evidence.ClassKs... ks) {
        Estimate train = new Estimate(0.85 + gap, error);
        return new Evidence(
                "AUC",
                "test",
                train,
                new Estimate(0.85, error),
                new Estimate(gap, error),
                Optional.empty(),
                0.005,
                0.02,
                List.of(ks),
                loss);
    }
}

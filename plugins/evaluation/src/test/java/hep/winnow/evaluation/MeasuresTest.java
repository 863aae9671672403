package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.step.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
    private static final History NO_EPOCHS = new History(List.of(), 0, 0);
    private final FakeRun run = new FakeRun();
    private final FakeRun.Events events =
            new FakeRun.Events(new int[] {1, 1, 0, 0, -1}, new double[] {2, 1, 1, -0.5, 7}, 0);

    MeasuresTest() {
        run.scope("test", events);
        events.with("nn", 0.9, 0.4, 0.6, 0.2, 0.5).with("net", 1, 2, 3, 4, 5).with("target", 1.5, 2, 2, 4, Double.NaN);
        run.model("nn", Task.BINARY, NO_EPOCHS, "a", "b");
        run.model("net", Task.REGRESSION, NO_EPOCHS, "a", "b");
    }

    @Test
    void areaUsesTheWeights() {
        // Σ w v [x > y] / (W V): 0.9 over both, 0.4 over -0.5 only.
        double expected = (2 * (1 - 0.5) + 1 * -0.5) / (3 * 0.5);
        assertThat(new Auc(FakeRun.modelColumn("nn"), FakeRun.scope("test")).measure(run))
                .isCloseTo(expected, within(1e-12));
        assertThat(new AucError(FakeRun.modelColumn("nn"), FakeRun.scope("test")).measure(run))
                .isPositive();
    }

    @Test
    void accuracyGoesByTheThreshold() {
        // Right: 0.9 (weight 2) and 0.2 (weight -0.5) of 3.5.
        assertThat(new Accuracy(FakeRun.ref("nn"), FakeRun.scope("test")).measure(run))
                .isCloseTo(1.5 / 3.5, within(1e-12));
    }

    @Test
    void accuracyOfSeveralClassesGoesByTheGreatestOutput() {
        run.classes = List.of("a", "b", "c");
        FakeRun.Events three = new FakeRun.Events(new int[] {0, 1, 2, 2}, new double[] {1, 1, 1, 2}, 0);
        run.scope("test", three.with("m.a", 1, 0, 0, 0).with("m.b", 0, 1, 1, 0).with("m.c", 0, 0, 0, 1));
        run.model("m", Task.MULTICLASS, NO_EPOCHS, "x");
        assertThat(new Accuracy(FakeRun.ref("m"), FakeRun.scope("test")).measure(run))
                .isEqualTo(0.8);
    }

    @Test
    void residualsAreWeighted() {
        // Residuals -0.5, 0, 1, 0 with weights 2, 1, 1, -0.5; the fifth event has no target.
        assertThat(new Rmse(FakeRun.modelColumn("net"), FakeRun.scope("test")).measure(run))
                .isCloseTo(Math.sqrt((2 * 0.25 + 1) / 3.5), within(1e-12));
        assertThat(new Mae(FakeRun.modelColumn("net"), FakeRun.scope("test")).measure(run))
                .isCloseTo((2 * 0.5 + 1) / 3.5, within(1e-12));
        double mean = (2 * 1.5 + 2 + 2 - 2) / 3.5;
        double variance = (2 * sq(1.5 - mean) + 2 * sq(2 - mean) - 0.5 * sq(4 - mean)) / 3.5;
        assertThat(new R2(FakeRun.modelColumn("net"), FakeRun.scope("test")).measure(run))
                .isCloseTo(1 - (1.5 / 3.5) / variance, within(1e-12));
        assertThat(run.warnings).hasSize(3).allMatch(w -> w.contains("1 event of 'test'"));
    }

    @Test
    void momentsAreWeightedAndLeaveMissingValuesOut() {
        Scope test = FakeRun.scope("test");
        double mean = (2 * 1.5 + 2 + 2 - 2) / 3.5;
        double variance = (2 * sq(1.5 - mean) + 2 * sq(2 - mean) - 0.5 * sq(4 - mean)) / 3.5;
        assertThat(new Average(FakeRun.column("target"), test).measure(run)).isCloseTo(mean, within(1e-12));
        assertThat(new Spread(FakeRun.column("target"), test).measure(run))
                .isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(run.warnings).hasSize(2).allMatch(w -> w.contains("1 event of 'test'"));
    }

    @Test
    void momentsNeedWeights() {
        run.scope("none", new FakeRun.Events(new int[] {1, 0}, new double[] {1, -1}, 0).with("x", 1, 2));
        assertThatThrownBy(() -> new Average(FakeRun.column("x"), FakeRun.scope("none")).measure(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("weights sum to 0");
    }

    @Test
    void judgesEachOutputAgainstItsOwnTarget() {
        events.with("two.a", 1, 2, 3, 4, 5)
                .with("two.b", 0, 0, 0, 0, 0)
                .with("a", 1, 2, 3, 4, 5)
                .with("b", 2, 2, 2, 2, 2);
        run.severalTargets("two", "a", "b");
        Scope test = FakeRun.scope("test");
        assertThat(new Rmse(run.output("two", "two.a"), test).measure(run)).isZero();
        assertThat(new Mae(run.output("two", "two.b"), test).measure(run)).isCloseTo(2, within(1e-12));
        assertThatThrownBy(() -> new Rmse(run.output("two", "two.spread"), test).measure(run))
                .hasMessageContaining("'two.spread' predicts no target");
        assertThatThrownBy(() -> new Rmse(FakeRun.column("a"), test).measure(run))
                .hasMessageContaining("rmse judges a model, 'a' is none");
    }

    @Test
    void yieldScalesEachClassButNotData() {
        run.scales.put("test", List.of(new PartScale(10, 0), new PartScale(2, 0)));
        assertThat(new Yield(FakeRun.scope("test"), Optional.empty()).measure(run))
                .isEqualTo(7 + 2 * 3 + 10 * 0.5);
    }

    @Test
    void yieldOfOneSample() {
        run.samples = List.of("sig", "bkg");
        events.sample[2] = 1;
        events.sample[3] = 1;
        assertThat(new Yield(FakeRun.scope("test"), Optional.of(FakeRun.scope("bkg"))).measure(run))
                .isEqualTo(0.5);
        assertThatThrownBy(() -> new Yield(FakeRun.scope("test"), Optional.of(FakeRun.scope("sr"))).measure(run))
                .isInstanceOf(UserError.class)
                .hasMessage("'sr' is no sample; there are sig, bkg");
    }

    @Test
    void efficiencyIsReadOffTheCurve() {
        assertThat(new EfficiencyAt(FakeRun.modelColumn("nn"), FakeRun.scope("test"), 0).measure(run))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThatThrownBy(() -> new EfficiencyAt(FakeRun.modelColumn("nn"), FakeRun.scope("test"), 2))
                .hasMessageContaining("found 2.0");
    }

    @Test
    void modelsOfTheOtherKindAreRefused() {
        assertThatThrownBy(() -> new Accuracy(FakeRun.ref("net"), FakeRun.scope("test")).measure(run))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new Rmse(FakeRun.modelColumn("nn"), FakeRun.scope("test")).measure(run))
                .isInstanceOf(UserError.class);
    }

    private static double sq(double x) {
        return x * x;
    }
}

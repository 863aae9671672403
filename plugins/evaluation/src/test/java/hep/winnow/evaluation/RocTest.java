package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.OutputFile;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RocTest {
    private final FakeRun run = new FakeRun();
    private final int n = 2000;
    private final int[] label = new int[n];
    private final double[] weight = new double[n];
    private final double[] good = new double[n];
    private final double[] bad = new double[n];
    private final double[] falling = new double[n];

    RocTest() {
        RandomStream random = new RandomStream(5);
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            weight[i] = random.nextDouble() < 0.1 ? -0.5 : 1.5;
            good[i] = random.nextGaussian() + 1.5 * label[i];
            bad[i] = good[i] + random.nextGaussian();
            falling[i] = -good[i];
        }
        run.scope(
                "test",
                new FakeRun.Events(label, weight, 0)
                        .with("nn", good)
                        .with("ld", bad)
                        .with("mll", falling));
        run.model("nn", Task.BINARY, new History(List.of(), 0, 0), "a", "b");
    }

    @Test
    void tellsAreaErrorAndEfficiencies() {
        roc(List.of(FakeRun.modelColumn("nn")), RocAxes.REJECTION, false).run(run);
        Estimate area = RocArea.estimate(good, label, weight);
        assertThat(run.number("nn", "auc")).isEqualTo(area.value());
        assertThat(run.number("nn", "auc_error")).isEqualTo(area.error());
        assertThat(run.factsWithin("nn", "efficiency_at").get(0).values()).containsOnlyKeys("0.01", "0.1", "0.3");
        assertThat(run.facts("nn")).containsEntry("on", "test").containsEntry("dropped", 0L);
        assertThat(run.text())
                .contains("1,000 signal and 1,000 background events", Estimates.withError(area), "signal at 0.01");
    }

    @Test
    void comparesEachPair() {
        roc(List.of(FakeRun.modelColumn("nn"), FakeRun.column("ld"), FakeRun.column("mll")), RocAxes.REJECTION, true)
                .run(run);
        Estimate d = RocArea.compare(good, bad, label, weight).difference();
        List<Facts> comparisons = run.factsWithin("nn", "comparisons");
        assertThat(comparisons).hasSize(2);
        assertThat(comparisons.get(0).values())
                .containsEntry("with", "ld")
                .containsEntry("difference", d.value())
                .containsEntry("error", d.error())
                .containsEntry("sigma", d.sigma());
        List<Facts> back = run.factsWithin("ld", "comparisons");
        assertThat(back.get(0).values()).containsEntry("difference", -d.value());
        assertThat(run.text()).contains("nn - ld", "sigma");
    }

    @Test
    void figureShowsRejectionOverEfficiencyAsTmvaDoes() {
        roc(List.of(FakeRun.modelColumn("nn")), RocAxes.REJECTION, false).run(run);
        Figure figure = run.sheets.get(0).panels().get(0);
        assertThat(figure.x().title()).isEqualTo("signal efficiency");
        assertThat(figure.y().title()).isEqualTo("background rejection");
        Layer.Line line = (Layer.Line) figure.layers().get(1);
        assertThat(line.label()).startsWith("nn  AUC 0.8").contains(" ± ");
        assertThat(line.x()[0]).isZero();
        assertThat(line.y()[0]).isEqualTo(1);
        assertThat(line.x()[line.x().length - 1]).isEqualTo(1);
        assertThat(line.y()[line.y().length - 1]).isCloseTo(0, within(1e-15));
        assertThat(((Layer.Line) figure.layers().get(0)).label()).isEqualTo("chance");
    }

    @Test
    void axesCanShowEfficiencies() {
        roc(List.of(FakeRun.modelColumn("nn")), RocAxes.EFFICIENCY, false).run(run);
        Figure figure = run.sheets.get(0).panels().get(0);
        assertThat(figure.x().title()).isEqualTo("background efficiency");
        Layer.Line line = (Layer.Line) figure.layers().get(1);
        assertThat(line.y()[line.y().length / 2]).isGreaterThan(line.x()[line.x().length / 2]);
    }

    @Test
    void writesTheFigureWhereItIsTold() {
        new Roc(
                        List.of(FakeRun.modelColumn("nn")),
                        FakeRun.scope("test"),
                        List.of(),
                        RocAxes.REJECTION,
                        false,
                        Optional.of(new OutputFile("roc.pdf")))
                .run(run);
        assertThat(run.files).containsExactly("roc.pdf");
    }

    @Test
    void fallingColumnIsToldAndTurnedOnlyOnDemand() {
        roc(List.of(FakeRun.column("mll")), RocAxes.REJECTION, false).run(run);
        assertThat(run.number("mll", "auc")).isLessThan(0.2);
        assertThat(run.text()).contains("mll: smaller is more like signal; turn=true");
        run.printed.clear();
        roc(List.of(FakeRun.column("mll")), RocAxes.REJECTION, true).run(run);
        assertThat(run.number("mll", "auc")).isCloseTo(RocArea.of(good, label, weight), within(1e-12));
        assertThat(run.facts("mll")).containsEntry("turned", true);
        assertThat(run.text()).contains("turned, smaller is more like signal");
    }

    @Test
    void countsEventsWithoutAScoreAndLeavesDataOut() {
        good[3] = Double.NaN;
        good[4] = Double.NaN;
        label[10] = -1;
        roc(List.of(FakeRun.modelColumn("nn"), FakeRun.column("ld")), RocAxes.REJECTION, false)
                .run(run);
        assertThat(run.facts("nn")).containsEntry("dropped", 2L).containsEntry("background_events", 998L);
        assertThat(run.facts("ld")).containsEntry("dropped", 0L).containsEntry("background_events", 999L);
        assertThat(run.text()).contains("nn: 2 events without a score left out");
        assertThat(run.number("nn", "auc")).isBetween(0.8, 0.9);
    }

    @Test
    void severalClassesHaveACurveEach() {
        run.classes = List.of("qcd", "top", "w");
        for (int i = 0; i < n; i++) {
            label[i] = i % 3;
        }
        double[][] outputs = new double[3][n];
        RandomStream random = new RandomStream(9);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < n; i++) {
                outputs[c][i] = random.nextGaussian() + (label[i] == c ? 1 : 0);
            }
        }
        FakeRun.Events events = new FakeRun.Events(label, weight, 0);
        run.scope(
                "test",
                events.with("net.qcd", outputs[0]).with("net.top", outputs[1]).with("net.w", outputs[2]));
        run.model("net", Task.MULTICLASS, new History(List.of(), 0, 0), "a", "b");
        roc(List.of(FakeRun.modelColumn("net")), RocAxes.REJECTION, false).run(run);
        assertThat(run.results).containsOnlyKeys("net for qcd", "net for top", "net for w");
        assertThat(run.number("net for top", "auc")).isBetween(0.7, 0.82);
        assertThatThrownBy(() -> roc(List.of(FakeRun.column("mll")), RocAxes.REJECTION, false)
                        .run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("which of 3 classes");
    }

    @Test
    void refusesEventsOfOneClass() {
        java.util.Arrays.fill(label, 0);
        assertThatThrownBy(() -> roc(List.of(FakeRun.modelColumn("nn")), RocAxes.REJECTION, false)
                        .run(run))
                .isInstanceOf(UserError.class)
                .hasMessage("'nn' in 'test' has no signal events");
    }

    private static Roc roc(List<EventExpression> scores, RocAxes axes, boolean turn) {
        return new Roc(scores, FakeRun.scope("test"), List.of(0.01, 0.1, 0.3), axes, turn, Optional.empty());
    }
}

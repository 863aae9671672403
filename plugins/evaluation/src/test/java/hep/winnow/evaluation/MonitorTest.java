package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.OutputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MonitorTest {
    private static final History NO_EPOCHS = new History(List.of(), 0, 0);

    @Test
    void fixedScorerIsRarelyCalledOvertrained() {
        int toys = 600;
        int flagged = 0;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < toys; seed++) {
            FakeRun run = run(seed, 125, 125, 0);
            monitor(19).run(run);
            flagged += Boolean.TRUE.equals(run.facts("nn").get("overtrained")) ? 1 : 0;
            double z = run.number("nn", "gap_adjusted_sigma");
            sum += z;
            squares += z * z;
        }
        assertThat((double) flagged / toys).isBetween(0.005, 0.05);
        assertThat(sum / toys).isCloseTo(0, within(0.15));
        assertThat(Math.sqrt(squares / toys)).isBetween(0.85, 1.1);
    }

    @Test
    void memorisingModelIsCalledOvertrained() {
        int flagged = 0;
        for (int seed = 0; seed < 50; seed++) {
            FakeRun run = run(seed, 250, 250, 0.6);
            monitor(19).run(run);
            flagged += Boolean.TRUE.equals(run.facts("nn").get("overtrained")) ? 1 : 0;
        }
        assertThat(flagged).isGreaterThanOrEqualTo(48);
    }

    @Test
    void referenceSharpensTheGap() {
        FakeRun run = run(3, 250, 250, 0);
        monitor(99).run(run);
        assertThat(run.number("nn", "gap_adjusted_error")).isLessThan(0.7 * run.number("nn", "gap_error"));
    }

    @Test
    void referenceOfManyEventsTakesBothClassesInTurn() {
        FakeRun run = run(3, 10_000, 10_000, 0);
        monitor(19).run(run);
        assertThat(run.number("nn", "gap_adjusted_error")).isLessThan(0.7 * run.number("nn", "gap_error"));
    }

    @Test
    void tellsGapResponsesAndCourse() {
        FakeRun run = run(3, 500, 500, 0);
        monitor(199).run(run);
        assertThat(run.number("nn", "gap")).isEqualTo(run.number("nn", "auc_train") - run.number("nn", "auc_test"));
        assertThat(run.number("nn", "gap_sigma")).isEqualTo(run.number("nn", "gap") / run.number("nn", "gap_error"));
        assertThat(run.number("nn", "ks_signal")).isBetween(0.0, 1.0);
        assertThat(run.number("nn", "ks_background")).isBetween(0.0, 1.0);
        assertThat(run.facts("nn")).containsEntry("ks_permutations", 199L).containsEntry("against", "test");
        assertThat(run.facts("nn").get("verdict")).asString().startsWith("gap ");
        assertThat(run.text()).contains("monitor nn (fake): AUC", "KS p-value of the responses", "199 permutations");
        assertThat(run.number("nn", "valid_loss_minimum_epoch")).isEqualTo(20);
    }

    @Test
    void drawsLossAreaAndResponse() {
        FakeRun run = run(4, 300, 300, 0);
        new Monitor(List.of(FakeRun.ref("nn"), FakeRun.ref("nn")), 19, 20, Optional.of(new OutputFile("m.png")))
                .run(run);
        assertThat(run.files).containsExactly("m.png");
        assertThat(run.sheets.get(0).columns()).isEqualTo(3);
        assertThat(run.sheets.get(0).panels()).hasSize(6);
        assertThat(run.sheets.get(0).panels().get(0).layers().stream().map(Layer::label))
                .containsExactly("train", "valid", "epoch of the model: 20");
        List<Layer> response = run.sheets.get(0).panels().get(2).layers();
        assertThat(response.stream().map(Layer::label))
                .containsExactly("background, test", "signal, test", "background, train", "signal, train");
        Layer.Bins bins = (Layer.Bins) response.get(0);
        assertThat(bins.histogram().total() * bins.histogram().binning().width(1))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void samePermutationsForAnyRun() {
        FakeRun a = run(5, 200, 200, 0);
        FakeRun b = run(5, 200, 200, 0);
        monitor(99).run(a);
        monitor(99).run(b);
        assertThat(a.facts("nn").toString()).isEqualTo(b.facts("nn").toString());
    }

    @Test
    void takesTheValidPartWhereThereIsNoTestPart() {
        FakeRun run = new FakeRun();
        RandomStream random = new RandomStream(8);
        run.scope("train", events(random, 300, 0, 0)).scope("valid", events(random, 300, 300, 0));
        run.model("nn", Task.BINARY, NO_EPOCHS, "x", "y");
        monitor(19).run(run);
        assertThat(run.facts("nn")).containsEntry("against", "valid");
        assertThat(run.text()).contains("on valid (there is no test part)");
        assertThat(run.sheets.get(0).panels()).hasSize(1);
    }

    @Test
    void refusesModelsWhoseTrainingIsNotKnown() {
        FakeRun run = new FakeRun();
        run.model("nn", Task.BINARY, NO_EPOCHS, "x", "y");
        assertThatThrownBy(() -> monitor(19).run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'nn'");
    }

    @Test
    void comparesRegressionsByTheirResiduals() {
        FakeRun run = new FakeRun();
        RandomStream random = new RandomStream(2);
        run.scope("train", regression(random, 1000, 0.1)).scope("test", regression(random, 1000, 0.15));
        run.model("nn", Task.REGRESSION, NO_EPOCHS, "x");
        monitor(19).run(run);
        assertThat(run.number("nn", "rmse_train")).isCloseTo(0.1, within(0.01));
        assertThat(run.number("nn", "gap")).isCloseTo(0.05, within(0.01));
        assertThat(run.facts("nn")).containsEntry("overtrained", true).doesNotContainKey("ks_signal");
    }

    @Test
    void watchesEachOfSeveralTargets() {
        FakeRun run = new FakeRun();
        FakeRun.Events train = regression(new RandomStream(2), 1000, 0.1);
        FakeRun.Events test = regression(new RandomStream(3), 1000, 0.15);
        for (FakeRun.Events events : List.of(train, test)) {
            double[] fit = Objects.requireNonNull(events.columns.get("nn"));
            double[] truth = Objects.requireNonNull(events.columns.get("target"));
            events.with("two.a", fit).with("two.b", truth).with("a", truth).with("b", truth);
        }
        run.scope("train", train).scope("test", test).severalTargets("two", "a", "b");
        new Monitor(List.of(FakeRun.ref("two")), 19, 40, Optional.empty()).run(run);
        assertThat(run.number("two.a", "gap")).isCloseTo(0.05, within(0.01));
        assertThat(run.number("two.b", "gap")).isZero();
    }

    @Test
    void comparesModelsWithoutClassesByTheirMeanScore() {
        FakeRun run = new FakeRun();
        FakeRun.Events train = regression(new RandomStream(2), 1000, 0.1);
        FakeRun.Events test = regression(new RandomStream(3), 1000, 0.1);
        double[] known = new double[1000];
        double[] strange = new double[1000];
        for (int i = 0; i < 1000; i++) {
            known[i] = 1 + 0.01 * (i % 10);
            strange[i] = 1.5 + 0.01 * (i % 10);
        }
        run.scope("train", train.with("ae", known)).scope("test", test.with("ae", strange));
        run.model("ae", Task.UNSUPERVISED, NO_EPOCHS, "x");
        new Monitor(List.of(FakeRun.ref("ae")), 19, 40, Optional.empty()).run(run);
        assertThat(run.number("ae", "score_train")).isCloseTo(1.045, within(1e-12));
        assertThat(run.number("ae", "gap")).isCloseTo(0.5, within(1e-12));
        assertThat(run.facts("ae")).containsEntry("overtrained", true).doesNotContainKey("ks");
    }

    @Test
    void comparesSeveralClassesByAccuracy() {
        FakeRun run = new FakeRun();
        run.classes = List.of("a", "b", "c");
        RandomStream random = new RandomStream(2);
        run.scope("train", classes(random, 900, 3)).scope("test", classes(random, 900, 1));
        run.model("nn", Task.MULTICLASS, NO_EPOCHS, "x");
        monitor(19).run(run);
        assertThat(run.number("nn", "gap")).isBetween(0.2, 0.5);
        assertThat(run.facts("nn")).containsEntry("overtrained", true).containsKey("ks");
        assertThat(run.sheets.get(0).panels().get(0).layers()).hasSize(6);
    }

    @Test
    void makesFewerPermutationsOfManyEvents() {
        assertThat(KsTest.permutations(1000, 10_000)).isEqualTo(1000);
        assertThat(KsTest.permutations(1000, 1_000_000)).isEqualTo(100);
        assertThat(KsTest.permutations(1000, 100_000_000)).isEqualTo(99);
        assertThat(KsTest.permutations(19, 100_000_000)).isEqualTo(19);
    }

    private static Monitor monitor(int permutations) {
        return new Monitor(List.of(FakeRun.ref("nn")), permutations, 40, Optional.empty());
    }

    /** A model over two Gaussian blobs; {@code memory} is how far it pulls train events to their own side. */
    private static FakeRun run(long seed, int train, int test, double memory) {
        RandomStream random = new RandomStream(seed);
        List<EpochReport> epochs = new ArrayList<>();
        for (int e = 1; e <= 20; e++) {
            epochs.add(new EpochReport(e, 1.0 / e, 1.1 / e, 1 - 0.5 / e, 1 - 0.6 / e));
        }
        FakeRun run = new FakeRun();
        run.scope("train", events(random, train, 0, memory)).scope("test", events(random, test, train, 0));
        return run.model("nn", Task.BINARY, new History(epochs, 20, 0), "x", "y");
    }

    private static FakeRun.Events events(RandomStream random, int n, long firstId, double memory) {
        double[][] x = new double[3][n];
        int[] label = new int[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            weight[i] = random.nextDouble() < 0.05 ? -1 : 1;
            x[0][i] = random.nextGaussian() + 1.5 * label[i];
            x[1][i] = random.nextGaussian();
            x[2][i] = x[0][i] + 0.1 * x[1][i] + memory * (label[i] - 0.5);
        }
        return new FakeRun.Events(label, weight, firstId)
                .with("x", x[0])
                .with("y", x[1])
                .with("nn", x[2]);
    }

    private static FakeRun.Events regression(RandomStream random, int n, double noise) {
        double[][] x = new double[2][n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = 1;
            x[0][i] = random.nextDouble();
            x[1][i] = x[0][i] + noise * random.nextGaussian();
        }
        return new FakeRun.Events(new int[n], weight, 0).with("nn", x[0]).with("target", x[1]);
    }

    private static FakeRun.Events classes(RandomStream random, int n, double separation) {
        int[] label = new int[n];
        double[] weight = new double[n];
        double[][] out = new double[3][n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 3;
            weight[i] = 1;
            for (int c = 0; c < 3; c++) {
                out[c][i] = random.nextGaussian() + (label[i] == c ? separation : 0);
            }
        }
        return new FakeRun.Events(label, weight, 0)
                .with("nn", out[0])
                .with("nn.a", out[0])
                .with("nn.b", out[1])
                .with("nn.c", out[2]);
    }
}

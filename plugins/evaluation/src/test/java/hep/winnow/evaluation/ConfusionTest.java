package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.OutputFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfusionTest {
    private static final History NONE = new History(List.of(), 0, 0);
    private static final double NAN = Double.NaN;

    private static FakeRun three(double[] weight) {
        FakeRun run = new FakeRun();
        run.classes = List.of("cat", "dog", "emu");
        run.scope(
                "test",
                new FakeRun.Events(new int[] {0, 0, 0, 1, 1, 2, -1, 2}, weight, 0)
                        .with("m.cat", .9, .1, .8, .2, .3, .1, .9, NAN)
                        .with("m.dog", .0, .8, .1, .7, .3, .1, .0, .5)
                        .with("m.emu", .1, .1, .1, .1, .4, .8, .1, .5));
        return run.model("m", Task.MULTICLASS, NONE, "x");
    }

    private static void confuse(FakeRun run, String model) {
        new Confusion(FakeRun.ref(model), FakeRun.scope("test"), Optional.of(new OutputFile("c.png"))).run(run);
    }

    private static double[] numbers(Facts row, String key) {
        List<?> values = (List<?>) Objects.requireNonNull(row.values().get(key));
        return values.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
    }

    @Test
    void tellsTheSharesOfEachTrueClassByWeight() {
        FakeRun run = three(new double[] {2, 1, 1, 1, 1, 3, 5, 5});

        confuse(run, "m");

        List<Facts> rows = run.factsWithin("m", "rows");
        assertThat(numbers(rows.get(0), "share")).containsExactly(0.75, 0.25, 0);
        assertThat(numbers(rows.get(1), "share")).containsExactly(0, 0.5, 0.5);
        assertThat(numbers(rows.get(2), "share")).containsExactly(0, 0, 1);
        assertThat(rows.get(0).values())
                .containsEntry("class", "cat")
                .containsEntry("events", 3L)
                .containsEntry("sumw", 4.0);
        assertThat(run.facts("m")).containsEntry("on", "test").containsEntry("classes", List.of("cat", "dog", "emu"));
    }

    @Test
    void hasTheErrorOfAWeightedMeanAndWilsonsTerm() {
        FakeRun run = three(new double[] {2, 1, -1, 1, 1, 3, 5, 5});

        confuse(run, "m");

        double naive = WeightedMeans.mean(new double[] {1, 0, 1}, new double[] {2, 1, -1})
                .error();
        double wilson = (4 + 1 + 1) / (2.0 * 2 * 2);
        assertThat(numbers(run.factsWithin("m", "rows").get(0), "error")[0])
                .isCloseTo(Math.sqrt(naive * naive + wilson * wilson), within(1e-12));
    }

    @Test
    void leavesSharesOfZeroAndOneAnError() {
        FakeRun run = three(new double[] {1, 1, 1, 1, 1, 1, 1, 1});

        confuse(run, "m");

        assertThat(numbers(run.factsWithin("m", "rows").get(0), "share")[2]).isZero();
        assertThat(numbers(run.factsWithin("m", "rows").get(0), "error")[2]).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void leavesOutDataAndWarnsOfEventsWithoutAScore() {
        FakeRun run = three(new double[] {1, 1, 1, 1, 1, 1, 1, 1});

        confuse(run, "m");

        assertThat(run.warnings).containsExactly("confusion: 1 event of 'test' without a value of 'm' left out");
        assertThat(run.factsWithin("m", "rows").get(2).values()).containsEntry("events", 1L);
    }

    @Test
    void namesThePairThatIsMixedUpMost() {
        FakeRun run = three(new double[] {1, 1, 1, 1, 1, 1, 1, 1});

        confuse(run, "m");

        assertThat(run.text().lines().map(l -> l.replaceAll(" +", " ").strip()))
                .contains("true class cat dog emu events", "dog 0.0 50.0 50.0 2")
                .last()
                .asString()
                .startsWith("most often mistaken: dog for emu, in 50 ±");
    }

    @Test
    void partsTwoClassesByTheThreshold() {
        FakeRun run = new FakeRun()
                .scope(
                        "test",
                        new FakeRun.Events(new int[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1}, 0)
                                .with("nn", .2, .7, .4, .9));
        run.model("nn", Task.BINARY, NONE, "x");

        confuse(run, "nn");

        assertThat(numbers(run.factsWithin("nn", "rows").get(0), "share")).containsExactly(0.5, 0.5);
        assertThat(numbers(run.factsWithin("nn", "rows").get(1), "share")).containsExactly(0.5, 0.5);
    }

    @Test
    void drawsAClassWithoutEventsAsAHole() {
        FakeRun run = new FakeRun();
        run.classes = List.of("0", "1");
        run.scope(
                "test",
                new FakeRun.Events(new int[] {0}, new double[] {1}, 0)
                        .with("m.0", .9)
                        .with("m.1", .1));
        run.model("m", Task.MULTICLASS, NONE, "x");

        confuse(run, "m");

        assertThat(run.files).containsExactly("c.png");
        Figure figure = run.sheets.get(0).panels().get(0);
        assertThat(((Layer.Field) figure.layers().get(0)).z()).containsExactly(100, 0, NAN, NAN);
        Layer.Words words = (Layer.Words) figure.layers().get(1);
        assertThat(words.texts()).containsExactly("100");
        assertThat(words.x()).containsExactly(0);
        assertThat(figure.notes()).isEmpty();
    }

    @Test
    void isNotForARegression() {
        FakeRun run = new FakeRun();
        run.scope("test", new FakeRun.Events(new int[] {0}, new double[] {1}, 0).with("r", 1));
        run.model("r", Task.REGRESSION, NONE, "x");

        assertThatThrownBy(() -> confuse(run, "r")).hasMessage("'r' predicts a number and has no confusion");
    }
}

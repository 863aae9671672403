package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.PartScale;
import hep.winnow.evaluation.FigureOfMerit.Asimov;
import hep.winnow.evaluation.FigureOfMerit.Punzi;
import hep.winnow.evaluation.FigureOfMerit.SOverSqrtB;
import hep.winnow.evaluation.FigureOfMerit.SOverSqrtSb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptimiseTest {
    @Test
    void figuresOfMeritAgreeWithTheirFormulas() {
        assertThat(new SOverSqrtB().value(10, 100, 20)).isEqualTo(1);
        assertThat(new SOverSqrtSb().value(44, 100, 50)).isCloseTo(44 / 12.0, within(1e-12));
        // Z_A for s = 10, b = 100, by hand: sqrt(2 (110 ln 1.1 - 10)).
        assertThat(new Asimov(0).value(10, 100, 20)).isCloseTo(0.9839916447, within(1e-8));
        assertThat(new Asimov(0.1).value(10, 100, 20)).isCloseTo(naiveAsimov(10, 100, 10), within(1e-10));
        assertThat(new Asimov(0.1).value(10, 100, 20)).isLessThan(0.75);
        assertThat(new Asimov(1e-6).value(10, 100, 20)).isCloseTo(0.9839916447, within(1e-4));
        assertThat(new Punzi(3).value(10, 100, 20)).isCloseTo(0.5 / 11.5, within(1e-12));
    }

    @Test
    void figuresOfMeritNeedBackgroundAndCountNoNegativeSignal() {
        for (FigureOfMerit fom :
                List.of(new SOverSqrtB(), new SOverSqrtSb(), new Asimov(0), new Asimov(0.1), new Punzi(3))) {
            assertThat(fom.value(1, 0, 1)).isNaN();
            assertThat(fom.value(1, -2, 1)).isNaN();
            assertThat(fom.value(-1, 2, 1)).isZero();
            assertThat(fom.value(2, 2, 3)).isGreaterThan(fom.value(1, 2, 3));
        }
    }

    @Test
    void scanAgreesWithCountingAboveEachCut() {
        FakeRun.Events e = events(new RandomStream(3), 300, 0);
        double[] score = score(e);
        for (int i = 0; i < score.length; i += 2) {
            score[i] = Math.rint(score[i] * 4) / 4;
        }
        CutScan scan = new CutScan(
                new Scores(score, e.label, e.weight, 0), List.of(new PartScale(2, 0.1), new PartScale(4, 0.2)));
        for (int i = 0; i < scan.size(); i++) {
            double s = 0;
            double s2 = 0;
            int raw = 0;
            for (int k = 0; k < score.length; k++) {
                if (e.label[k] == 1 && score[k] > scan.cut(i)) {
                    s += e.weight[k];
                    s2 += e.weight[k] * e.weight[k];
                    raw++;
                }
            }
            assertThat(scan.raw(1, i)).isEqualTo(raw);
            assertThat(scan.sumAbove(1, i).value()).isCloseTo(4 * s, within(1e-9));
            assertThat(scan.sumAbove(1, i).error()).isCloseTo(Math.sqrt(16 * s2 + 0.04 * s * s), within(1e-9));
            assertThat(scan.at(scan.cut(i))).isEqualTo(i);
        }
        assertThat(scan.raw(1, scan.size() - 1) + scan.raw(0, scan.size() - 1)).isEqualTo(300);
        assertThat(scan.at(1e9)).isZero();
        assertThat(scan.at(-1e9)).isEqualTo(scan.size() - 1);
    }

    @Test
    void bestCutIsTheGreatestOfAll() {
        FakeRun.Events e = events(new RandomStream(4), 500, 0);
        CutScan scan = new CutScan(new Scores(score(e), e.label, e.weight, 0), List.of(PartScale.ONE, PartScale.ONE));
        int best = scan.best(new SOverSqrtB(), 20);
        assertThat(scan.raw(0, best)).isGreaterThanOrEqualTo(20);
        for (int i = 0; i < scan.size(); i++) {
            if (scan.raw(0, i) >= 20) {
                assertThat(scan.merit(new SOverSqrtB(), i).value())
                        .isLessThanOrEqualTo(scan.merit(new SOverSqrtB(), best).value());
            }
        }
    }

    @Test
    void quotesOnOtherEventsThanItChoosesOn() {
        // Averaged over toys, the significance where the cut was chosen is too good, and the quoted one is not.
        double chosen = 0;
        double quoted = 0;
        double whole = 0;
        for (int seed = 0; seed < 100; seed++) {
            FakeRun run = run(seed, 600, 600);
            run.scope("valid", positive(events(new RandomStream(2L * seed), 600, 0)));
            run.scope("test", positive(events(new RandomStream(2L * seed + 1), 600, 600)));
            optimise(new SOverSqrtB(), "valid", "test", 5).run(run);
            chosen += run.number("", "z_chosen") / 100;
            quoted += run.number("", "z") / 100;
            FakeRun.Events large = positive(events(new RandomStream(77), 20000, 0));
            if (seed == 0) {
                CutScan scan = new CutScan(
                        new Scores(score(large), large.label, large.weight, 0),
                        List.of(new PartScale(0.03, 0), new PartScale(0.03, 0)));
                whole = scan.merit(new SOverSqrtB(), scan.best(new SOverSqrtB(), 200))
                        .value();
            }
        }
        assertThat(chosen / quoted).isGreaterThan(1.05);
        assertThat(quoted).isLessThan(1.1 * whole);
    }

    @Test
    void errorOfTheMeritMatchesItsSpread() {
        int toys = 300;
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int seed = 0; seed < toys; seed++) {
            // Most events are dropped at random, so that the number of the others is Poisson's.
            RandomStream random = new RandomStream(500 + seed);
            FakeRun.Events e = events(random, 10_000, 0);
            for (int i = 0; i < e.weight.length; i++) {
                e.weight[i] *= random.nextDouble() < 0.1 ? 1 : 0;
            }
            CutScan scan =
                    new CutScan(new Scores(score(e), e.label, e.weight, 0), List.of(PartScale.ONE, PartScale.ONE));
            var merit = scan.merit(new Asimov(0), scan.at(1.0));
            sum += merit.value();
            squares += merit.value() * merit.value();
            errors += merit.error() / toys;
        }
        double spread = Math.sqrt(squares / toys - sum / toys * (sum / toys));
        assertThat(errors / spread).isCloseTo(1, within(0.15));
    }

    @Test
    void scalesToTheFullSampleAndTellsIt() {
        FakeRun run = run(1, 2000, 2000);
        run.scales.put("test", List.of(new PartScale(4, 0.1), new PartScale(3, 0.05)));
        optimise(new Asimov(0.1), "valid", "test", 20).run(run);
        FakeRun unscaled = run(1, 2000, 2000);
        optimise(new Asimov(0.1), "valid", "test", 20).run(unscaled);
        assertThat(run.fields.get("cut")).isEqualTo(unscaled.fields.get("cut"));
        assertThat(run.fields.get("s")).isCloseTo(3 * number(unscaled, "s"), within(1e-9));
        assertThat(run.fields.get("b")).isCloseTo(4 * number(unscaled, "b"), within(1e-9));
        assertThat(run.fields).containsOnlyKeys("cut", "z", "z_error", "s", "b");
        assertThat(run.text()).contains("3.00 ± 0.05 (signal)", "4.00 ± 0.10 (background)", "asimov(syst=0.1) = ");
        assertThat(run.number("", "b_scale")).isEqualTo(4);
        assertThat(run.sheets.get(0).panels().get(0).layers().get(2)).isInstanceOf(Layer.Marker.class);
    }

    @Test
    void refusesToQuoteWhereItChose() {
        FakeRun run = run(1, 200, 200);
        assertThatThrownBy(() -> optimise(new Asimov(0), "test", "test", 1).run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("share 200 events");
        run.scope("overlapping", events(new RandomStream(6), 50, 390));
        assertThatThrownBy(
                        () -> optimise(new Asimov(0), "overlapping", "test", 1).run(run))
                .hasMessageContaining("share 10 events");
    }

    @Test
    void refusesAFloorThatNothingReaches() {
        assertThatThrownBy(() -> optimise(new Asimov(0), "valid", "test", 5000).run(run(1, 200, 200)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("keeps 5,000 background events of 'valid', which has 1");
    }

    @Test
    void refusesSeveralClasses() {
        FakeRun run = run(1, 200, 200);
        run.classes = List.of("a", "b", "c");
        assertThatThrownBy(() -> optimise(new Asimov(0), "valid", "test", 5).run(run))
                .hasMessageContaining("a, b, c");
    }

    @Test
    void tellsOfEventsWithoutAScore() {
        FakeRun run = run(1, 200, 200);
        FakeRun.Events valid = events(new RandomStream(8), 300, 1000);
        score(valid)[7] = Double.NaN;
        run.scope("valid", valid);
        optimise(new Asimov(0), "valid", "test", 5).run(run);
        assertThat(run.warnings).singleElement().asString().contains("1 event of 'valid'");
    }

    private static double number(FakeRun run, String field) {
        return run.fields.getOrDefault(field, Double.NaN);
    }

    private static FakeRun.Events positive(FakeRun.Events events) {
        for (int i = 0; i < events.weight.length; i++) {
            events.weight[i] = Math.abs(events.weight[i]);
        }
        return events;
    }

    private static double naiveAsimov(double s, double b, double sigma) {
        double v = sigma * sigma;
        return StrictMath.sqrt(2
                * ((s + b) * StrictMath.log((s + b) * (b + v) / (b * b + (s + b) * v))
                        - b * b / v * StrictMath.log(1 + v * s / (b * (b + v)))));
    }

    private static Optimise optimise(FigureOfMerit fom, String choose, String quote, int minEvents) {
        return new Optimise(
                "best",
                FakeRun.modelColumn("nn"),
                fom,
                FakeRun.scope(choose),
                FakeRun.scope(quote),
                minEvents,
                Optional.empty());
    }

    private static FakeRun run(long seed, int valid, int test) {
        RandomStream random = new RandomStream(seed);
        FakeRun run = new FakeRun();
        run.scope("valid", events(random, valid, 0)).scope("test", events(random, test, valid));
        return run;
    }

    private static double[] score(FakeRun.Events events) {
        return events.columns.getOrDefault("nn", new double[0]);
    }

    private static FakeRun.Events events(RandomStream random, int n, long firstId) {
        double[] score = new double[n];
        int[] label = new int[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            weight[i] = (label[i] == 1 ? 0.05 : 1) * (random.nextDouble() < 0.05 ? -1 : 1);
            score[i] = random.nextGaussian() + 1.5 * label[i];
        }
        return new FakeRun.Events(label, weight, firstId).with("nn", score);
    }
}

package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.EventExpression;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private FakeRun run = new FakeRun();

    @BeforeEach
    void addEvents() {
        run.scope("real", events(3000, 0, 1, 1))
                .scope("good", events(2000, 0, 3, 2))
                .scope("shifted", events(2000, 0.3, 1, 3));
    }

    @Test
    void samplesOfOneDistributionAreAlike() {
        closure("good").run(run);

        Facts x = facts("x");
        assertThat((Double) x.values().get("chi2_p")).isGreaterThan(0.01);
        assertThat((Double) x.values().get("ks_p")).isGreaterThan(0.01);
        assertThat(run.fields.get("auc")).isBetween(0.45, 0.55);
        assertThat(run.fields.get("least_p")).isGreaterThan(0.01);
        assertThat(run.printed).anySatisfy(text -> assertThat(text).contains("no sign that it can tell them apart"));
    }

    @Test
    void aShiftIsFound() {
        closure("shifted").run(run);

        assertThat((Double) facts("x").values().get("chi2_p")).isLessThan(1e-4);
        assertThat((Double) facts("x").values().get("ks_p")).isLessThan(0.01);
        assertThat(run.fields.get("auc")).isLessThan(0.45);
        assertThat(run.fields.get("least_p")).isLessThan(1e-4);
        assertThat(run.printed).anySatisfy(text -> assertThat(text).contains("it can tell them apart"));
    }

    /** Of shifted events those far out get a weight of 0: what is left is no more shifted. */
    @Test
    void weightsCount() {
        FakeRun.Events weighted = events(4000, 0.3, 1, 4);
        double[] x = Objects.requireNonNull(weighted.columns.get("x"));
        for (int i = 0; i < x.length; i++) {
            // The ratio of the densities of a Gaussian and of the same one shifted by 0.3.
            weighted.weight[i] = StrictMath.exp(-0.3 * x[i] + 0.045);
        }
        run.scope("weighted", weighted);

        closure("weighted").run(run);

        assertThat((Double) facts("x").values().get("chi2_p")).isGreaterThan(0.01);
        assertThat(run.fields.get("auc")).isBetween(0.47, 0.53);
    }

    @Test
    void drawsEachVariableAndItsRatio() {
        closure("good").run(run);

        assertThat(run.sheets.get(0).panels()).hasSize(4);
        assertThat(run.sheets.get(0).columns()).isEqualTo(4);
        Layer.Points ratio =
                (Layer.Points) run.sheets.get(0).panels().get(1).layers().get(1);
        double[] middle = Arrays.copyOfRange(ratio.y(), 8, 12);
        assertThat(Arrays.stream(middle).boxed()).allSatisfy(r -> assertThat(r).isBetween(0.7, 1.3));
    }

    @Test
    void eventsWithoutAValueAreTold() {
        FakeRun.Events some = events(500, 0, 1, 5);
        Objects.requireNonNull(some.columns.get("y"))[7] = Double.NaN;
        run.scope("some", some);

        closure("some").run(run);

        assertThat(run.warnings).singleElement().asString().contains("1 event without a value of 'y'");
    }

    @Test
    void refusesWeightsWithoutASum() {
        FakeRun.Events none = events(500, 0, 1, 5);
        Arrays.fill(none.weight, 0);
        run.scope("none", none);

        assertThatThrownBy(() -> closure("none").run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'none' sum to 0");
    }

    private Facts facts(String name) {
        return Objects.requireNonNull(run.results.get(name));
    }

    private static Closure closure(String other) {
        EventExpression x = FakeRun.column("x");
        return new Closure(
                "c",
                FakeRun.scope("real"),
                FakeRun.scope(other),
                List.of(x, FakeRun.column("y")),
                Optional.of(FakeRun.column("score")),
                20,
                199,
                Optional.empty());
    }

    /** Gaussian in x and y; weights of size {@code weight}, a tenth of them negative. */
    private static FakeRun.Events events(int n, double shift, double weight, long seed) {
        RandomStream random = new RandomStream(seed);
        double[] weights = new double[n];
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = i % 10 == 3 ? -weight : weight;
            x[i] = shift + random.nextGaussian();
            y[i] = random.nextGaussian();
        }
        FakeRun.Events events = new FakeRun.Events(new int[n], weights, seed * 1_000_000);
        events.columns.put("x", x);
        events.columns.put("y", y);
        events.columns.put("score", x.clone());
        return events;
    }
}

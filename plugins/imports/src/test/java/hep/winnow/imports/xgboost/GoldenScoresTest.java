package hep.winnow.imports.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.imports.Scored;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What XGBoost itself says; {@code make_golden.py} made the files. */
class GoldenScoresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "logistic.json",
                "logistic_ubj.ubj",
                "logitraw.ubj",
                "hinge.json",
                "softprob.json",
                "squared.json",
                "poisson.ubj",
                "forest.json",
                "dart.json",
                "linear.json",
                "targets.json",
                "categories.json"
            })
    void scoresAsXgboostDoes(String file) throws IOException {
        ForeignModel model = read(file);
        for (Scored event : Scored.read("xgboost/" + file.replaceFirst("\\..*", ".csv"), 4)) {
            assertSame(event.by(model.scorer()), event.scores(), event);
        }
    }

    @Test
    void tellsOfEarlyStoppingAndTakesTheBestRoundsIfAsked() throws IOException {
        ForeignModel model = read("stopped.json");

        assertThat(model.notes()).singleElement().asString().contains("variant=\"best\"");
        ForeignScorer best = Objects.requireNonNull(model.variants().get("best"));
        for (Scored event : Scored.read("xgboost/stopped.csv", 4)) {
            assertSame(event.by(model.scorer()), new double[] {event.scores()[0]}, event);
            assertSame(event.by(best), new double[] {event.scores()[1]}, event);
        }
    }

    @Test
    void takesNamesFromTheFileAndAsksForThoseThatItDoesNotTell() throws IOException {
        assertThat(read("logistic.json").inputs().stream().map(i -> i.name()))
                .isEqualTo(List.of("pt", "eta", "met", "n_jet"));
        assertThat(read("squared.json").inputs()).noneMatch(i -> i.isNamed());
    }

    private static ForeignModel read(String file) throws IOException {
        return new XgboostFormat().read(Scored.bytes("xgboost/" + file));
    }

    /** Sums are the same floats; what an exponential makes of them may differ in the last bit from that of the C library. */
    private static void assertSame(double[] found, double[] expected, Scored event) {
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < found.length; k++) {
            float ulp = Math.ulp((float) expected[k]);
            assertThat(Math.abs(found[k] - expected[k])).as(event.toString()).isLessThanOrEqualTo(ulp);
        }
    }
}

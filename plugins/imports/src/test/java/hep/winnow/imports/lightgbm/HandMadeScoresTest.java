package hep.winnow.imports.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.imports.Scored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that was written by hand after the format's description, with sums of its leaves worked out by hand. */
class HandMadeScoresTest {
    private static final String TEXT = new String(Scored.bytes("lightgbm/binary.txt"), StandardCharsets.UTF_8);

    private static final String LINES = """
            leaf_const=1 2
            num_features=0 2
            leaf_features=0 1
            leaf_coeff=0.5 -1""";

    /** Trees: pt and eta with NaN as a missing value; sets of categories {1, 3} and {40}; eta with zero as a missing value. */
    @ParameterizedTest
    @CsvSource({
        // pt goes left up to its threshold; eta, where NaN is missing, goes right by default
        "25.000000000000004, 0.5,  1,   0.5, 1, 8",
        "25.000000000000007, 0.5,  3, 0.125, 1, 8",
        "1,                  0.51, 40, -0.25, 2, 8",
        "1,                  -1,   0,   0.5, -3, 4",
        // NaN of pt is 0, as its missing values are of no type; a category of NaN, or below 0, is of no set
        "NaN,                NaN,  NaN, -0.25, -3, 4",
        "NaN,                1,    -1,  -0.25, -3, 8",
        // what is almost 0 is missing for the last tree, and goes left
        "1,                  1e-36, 41, 0.5, -3, 4",
        "1,                  0,    3.9, 0.5, 1, 4"
    })
    void goesItsWaysAsLightgbmDoes(double pt, double eta, double jets, double first, double second, double third) {
        double expected = 1 / (1 + StrictMath.exp(-2 * (first + second + third)));

        assertThat(score(TEXT, pt, eta, jets)).containsExactly(expected);
    }

    @Test
    void tellsItsInputsAndWhatItIs() {
        ForeignModel model = read(TEXT);

        assertThat(model.inputs().stream().map(i -> i.name())).isEqualTo(List.of("pt", "eta", "n_jet"));
        assertThat(model.task()).isEqualTo(Task.BINARY);
        assertThat(read(TEXT.replace("pt eta n_jet", "Column_0 Column_1 Column_2"))
                        .inputs())
                .noneMatch(i -> i.isNamed());
    }

    @Test
    void averagesForestsAndLeavesRegressionsAlone() {
        String forest = TEXT.replace("objective=binary sigmoid:2", "objective=regression\naverage_output");

        assertThat(score(forest, 1, 1, 1)[0]).isCloseTo((-0.25 + 1 + 8) / 3, within(1e-15));
    }

    @Test
    void sharesTreesAmongClasses() {
        String text = TEXT.replace("num_class=1", "num_class=3")
                .replace("num_tree_per_iteration=1", "num_tree_per_iteration=3")
                .replace("binary sigmoid:2", "multiclass num_class:3");
        double all = StrictMath.exp(-0.25 - 8) + StrictMath.exp(1 - 8) + 1;

        double[] out = score(text, 1, 1, 1);

        assertThat(out[0]).isCloseTo(StrictMath.exp(-8.25) / all, within(1e-15));
        assertThat(out[2]).isCloseTo(1 / all, within(1e-15));
        assertThat(read(text).classes()).isEqualTo(List.of("0", "1", "2"));
    }

    @Test
    void followsLinesInLeaves() {
        String text = TEXT.replace("objective=binary sigmoid:2", "objective=regression")
                .replace("internal_count=2\nis_linear=0", "internal_count=2\nis_linear=1\n" + LINES);

        assertThat(score(text, 10, 1, 1)).containsExactly(-0.25 + 1 + (2 + 5 - 1));
        assertThat(score(text, Double.NaN, 1, 1)).containsExactly(-0.25 + 1 + 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version=v4        | version=v9           | the version is 'v9'",
                "left_child=1 -1   | left_child=0 -1      | two ways lead to node 0",
                "end of trees      | end                  | there is no",
                "split_feature=0 1 | split_feature=0 3    | split_feature is '3'",
                "leaf_value=4 8    | leaf_value=4 x       | holds 'x'",
                "leaf_value=4 8    | leaf_value=4         | leaf_value holds 1 values",
                "threshold=0 1     | threshold=0 2        | node 1 has no set of categories",
                "objective=binary  | objective=magic      | the objective 'magic sigmoid:2' is not read",
                "sigmoid:2         | sigmoid:0            | sigmoid is '0'"
            })
    void refusesWhatDoesNotFit(String there, String here, String message) {
        assertThatThrownBy(() -> read(TEXT.replace(there, here)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    private static ForeignModel read(String text) {
        return new LightgbmFormat().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double[] score(String text, double... event) {
        ForeignModel model = read(text);
        double[] out = new double[model.scorer().outputs()];
        model.scorer().score(event, 1, out);
        return out;
    }
}

package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> KNOWN =
            List.of("l1_pt", "l2_pt", "met", "mth", "mll", "layers", "activation", "epochs", "x", "PatIence");

    @ParameterizedTest
    @CsvSource({
        "l1_ptt, l1_pt",
        "l1pt, l1_pt",
        "layres, layers",
        "aktivation, activation",
        "LAYERS, layers",
        "patience, PatIence",
        "mlll, mll"
    })
    void findsTheNearest(String wanted, String expected) {
        assertThat(Suggestions.nearest(wanted, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"y", "zz", "eta", "NCycles", "max_iter"})
    void staysSilentIfNothingIsNear(String wanted) {
        assertThat(Suggestions.nearest(wanted, KNOWN)).isEmpty();
    }

    @Test
    void sortsByDistanceThenName() {
        assertThat(Suggestions.closest("l3_pt", List.of("l2_pt", "l1_pt", "l3_ptx", "l33_ptt", "l3_pt"), 3))
                .containsExactly("l1_pt", "l2_pt", "l3_ptx");
    }

    @ParameterizedTest
    @CsvSource({"'', abc, 3", "abc, abc, 0", "ab, ba, 1", "kitten, sitting, 3", "ca, abc, 3", "mll, ml, 1"})
    void countsEdits(String a, String b, int distance) {
        assertThat(Suggestions.distance(a, b)).isEqualTo(distance);
        assertThat(Suggestions.distance(b, a)).isEqualTo(distance);
    }
}

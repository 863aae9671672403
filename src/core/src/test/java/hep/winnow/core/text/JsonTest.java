package hep.winnow.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Facts FACTS = new Facts()
            .put("verb", "roc")
            .put("line", 31L)
            .put("auc", 0.81)
            .put("whole", 1.0)
            .put("nothing", Double.NaN)
            .put("ok", true)
            .put("loss", new double[] {0.5, 1e-4, Double.POSITIVE_INFINITY})
            .put("efficiency_at", new Facts().put("0.01", 0.25))
            .put("cuts", List.of(new Facts().put("label", "a \"b\"\n"), new Facts().put("label", "é")))
            .put("none", List.of())
            .put("empty", new Facts());

    @Test
    void writesFactsInOrderWithStableIndent() {
        assertThat(Json.write(FACTS)).isEqualTo("""
                        {
                          "verb": "roc",
                          "line": 31,
                          "auc": 0.81,
                          "whole": 1.0,
                          "nothing": null,
                          "ok": true,
                          "loss": [ 0.5, 1e-4, null ],
                          "efficiency_at": {
                            "0.01": 0.25
                          },
                          "cuts": [ {
                            "label": "a \\"b\\"\\n"
                          }, {
                            "label": "é"
                          } ],
                          "none": [],
                          "empty": {}
                        }
                        """);
    }

    @Test
    void readsBackWhatItWrote() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("verb", "roc");
        expected.put("line", 31L);
        expected.put("auc", 0.81);
        expected.put("whole", 1.0);
        expected.put("nothing", Optional.empty());
        expected.put("ok", true);
        expected.put("loss", List.of(0.5, 1e-4, Optional.empty()));
        expected.put("efficiency_at", Map.of("0.01", 0.25));
        expected.put("cuts", List.of(Map.of("label", "a \"b\"\n"), Map.of("label", "é")));
        expected.put("none", List.of());
        expected.put("empty", Map.of());
        Object read = Json.parse(Json.write(FACTS));
        assertThat(read).isEqualTo(expected);
        assertThat(((Map<?, ?>) read).keySet().toArray())
                .isEqualTo(expected.keySet().toArray());
        assertThat(Json.parse(Json.writeValue(read))).isEqualTo(expected);
    }

    @Test
    void keepsTheBitsOfDoubles() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            Object expected = Double.isFinite(value) ? value : Optional.empty();
            assertThat(Json.parse(Json.writeValue(value)))
                    .as("seed 7, number %d", i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsWholeNumbersBeyondLongAsDoubles() {
        assertThat(Json.parse("[9223372036854775807, 9223372036854775808, -0]"))
                .isEqualTo(List.of(Long.MAX_VALUE, 9.223372036854775808e18, 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"a\": 1, \"a\": 2}", "1 2", "nan", "[1 2]", "{a: 1}", "\"\u0001\""})
    void refusesWhatIsNotWellFormed(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.kind()).isEqualTo(UserError.Kind.DATA))
                .hasMessageStartingWith("not well-formed JSON, line 1, column ");
    }

    @Test
    void refusesDeepNestingWithoutOverflow() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(UserError.class);
    }

    @Test
    void refusesValuesThatJsonHasNot() {
        assertThatThrownBy(() -> Json.writeValue(Optional.of(1))).hasMessageStartingWith("no JSON value: Optional[1]");
    }
}

package hep.winnow.core.expr;

import static hep.winnow.core.expr.Workbench.compile;
import static hep.winnow.core.expr.Workbench.diagnose;
import static hep.winnow.core.expr.Workbench.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListCompilerTest {
    private static final double NAN = Double.NaN;

    private final FakeNames names = new FakeNames()
            .numbers("met")
            .lists("jet_pt", ColumnType.FLOAT)
            .lists("jet_eta", ColumnType.DOUBLE)
            .lists("jet_tag", ColumnType.BOOLEAN)
            .lists("mu_pt", ColumnType.DOUBLE);

    /** Three events: jets (50, 40, 30), none, (20); one muon, two, none. */
    private final Map<String, Column> columns = Map.of(
            "met", doubles(35, 10, 60),
            "jet_pt", new Column.Lists(new int[] {0, 3, 3, 4}, new Column.Floats(new float[] {50, 40, 30, 20})),
            "jet_eta", new Column.Lists(new int[] {0, 3, 3, 4}, doubles(1, -3, NAN, 0)),
            "jet_tag",
                    new Column.Lists(
                            new int[] {0, 3, 3, 4}, new Column.Booleans(new boolean[] {false, true, false, false})),
            "mu_pt", new Column.Lists(new int[] {0, 1, 3, 3}, doubles(45, 12, 8)));

    @ParameterizedTest
    @CsvSource({
        "jet_pt[0], 50, NaN, 20",
        "jet_pt[-1], 30, NaN, 20",
        "jet_pt[1], 40, NaN, NaN",
        "'nth(jet_pt, 1, default=0)', 40, 0, 0",
        "'nth(jet_pt, 1, met)', 40, 10, 60",
        "'nth(jet_pt, 1)', 40, NaN, NaN",
        "first(jet_pt), 50, NaN, 20",
        "last(jet_pt), 30, NaN, 20",
        "count(jet_pt > 35), 2, 0, 0",
        "count(jet_pt), 3, 0, 1",
        "size(jet_pt > 35), 3, 0, 1",
        "sum(jet_pt), 120, 0, 20",
        "mean(jet_pt), 40, NaN, 20",
        "min(jet_pt), 30, NaN, 20",
        "max(jet_pt), 50, NaN, 20",
        "'max(first(mu_pt), met)', 45, 12, NaN",
        "max(jet_eta), NaN, NaN, 0",
        "argmin(jet_pt), 2, NaN, 0",
        "jet_pt[argmin(jet_eta[jet_pt > 35])], 40, NaN, NaN",
        "sum(jet_pt[abs(jet_eta) < 2.5]), 50, 0, 20",
        "sum(jet_pt * (abs(jet_eta) < 2.5)), 50, 0, 20",
        "sum(jet_pt[jet_pt > met]), 90, 0, 0",
        "'first(sort(jet_pt))', 30, NaN, 20",
        "'last(sort(jet_pt, by=jet_eta))', 30, NaN, 20",
        "'first(sort(mu_pt, descending=true))', 45, 12, NaN",
        "'last(jet_pt[argsort(jet_eta)])', 30, NaN, 20",
        "sum(jet_tag ? jet_pt : 1), 42, 0, 1",
        "'max(jet_pt[pair_first(jet_pt)] - jet_pt[pair_second(jet_pt)])', 20, NaN, NaN",
        "size(pair_first(mu_pt)), 0, 1, 0",
        "size(triple_third(jet_pt)), 1, 0, 0",
        "'size(cross_first(jet_pt, mu_pt))', 3, 0, 0",
        "'max(jet_pt[cross_first(jet_pt, mu_pt)] - mu_pt[cross_second(jet_pt, mu_pt)])', 5, NaN, NaN",
        "'sum(nearest_delta_r(mu_pt, mu_pt, jet_pt, jet_pt) > 1000)', 0, 2, 0",
        "true ? sum(jet_pt) : 1, 120, 0, 20",
        "sum(true ? 1 : jet_pt), 3, 0, 1",
    })
    void computes(String text, double first, double second, double third) {
        double[] found = evaluate(text).numbers(0);
        assertThat(found).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "any(jet_tag), true, false, false",
        "all(jet_pt > 25), true, true, false",
        "any(jet_tag and jet_pt > met), true, false, false",
        "met > 20 and any(jet_pt > 45), true, false, false",
        "jet_tag[0], false, false, false",
        "jet_pt[0] > 45, true, false, false",
    })
    void decides(String text, boolean first, boolean second, boolean third) {
        assertThat(evaluate(text).mask(0)).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "any(jet_eta > 5), true, false, false",
        "any(jet_eta > 0), false, false, false",
        "all(jet_eta > 0), false, false, false",
        "all(jet_eta < 5), true, false, false",
        "count(jet_eta > 0) > 1, true, false, false",
        "count(jet_pt[jet_eta > 0]) > 1, true, false, false",
        "jet_pt[0] > 10, false, true, false",
        "jet_tag[0], false, true, false",
        "'nth(jet_tag, 0, default=false)', false, false, false",
    })
    void tellsEventsThatMetAMissingValue(String text, boolean first, boolean second, boolean third) {
        boolean[] touched = evaluate(text).touchedMissing(0);
        boolean[] found = touched.length == 0 ? new boolean[3] : touched;
        assertThat(found).containsExactly(first, second, third);
    }

    @Test
    void keepsListsAsTheyCameAndAsColumns() {
        Column.Lists plain = (Column.Lists) evaluate("jet_pt").column(0);
        assertThat(plain.values()).isSameAs(((Column.Lists) Workbench.get(columns, "jet_pt")).values());
        Column.Lists doubled = (Column.Lists) evaluate("2*jet_pt").column(0);
        assertThat(doubled.offsets()).containsExactly(0, 3, 3, 4);
        assertThat(((Column.Doubles) doubled.values()).values()).containsExactly(100, 80, 60, 40);
    }

    @Test
    void refusesListsOfDifferentLengthsWhateverTheOtherEventsOfTheBlockAre() {
        for (String text : List.of("jet_pt + mu_pt", "sum(jet_pt[mu_pt > 10])", "met > 1000 and any(jet_pt > mu_pt)")) {
            assertThatThrownBy(() -> evaluate(text)).isInstanceOfSatisfying(UnequalLists.class, e -> {
                assertThat(e.event()).isZero();
                assertThat(e.at("event 1 of sample 'a'").message())
                        .contains("event 1 of sample 'a'", "jet_pt", "3 values", "mu_pt", "1 value");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum(«met»)|E108|'sum' needs a list of numbers, found a number|",
                "any(«jet_pt»)|E108|'any' needs a list of conditions, found a list of numbers|compare it",
                "«met[0]»|E105|only a list, or a model of several outputs, takes an index|",
                "jet_pt[«1.5»]|E105|an index is a whole number|elements are counted",
                "jet_pt[«met > 3»]|E108|an index is a number, or a list of conditions or numbers, found a condition|conditions on elements",
                "nth(jet_pt, 0, default=«jet_tag»)|E108|'nth' needs a number, found a list of conditions|",
                "nth(jet_pt, 0, «other»=1)|E107|function 'nth' has no argument 'other'|write nth(list, index, default=value)",
                "«sort(jet_pt, jet_eta, true, 1)»|E107|function 'sort' takes 1 to 3 arguments, found 4|write sort(",
                "«nth(jet_pt)»|E107|function 'nth' takes 2 to 3 arguments, found 1|write nth(",
                "sort(jet_pt, descending=«jet_tag»)|E108|'sort' needs true or false, found a list of conditions|",
                "jet_pt > 3 and «met»|E108|'and' needs a condition, found a number|compare it",
            })
    void reports(String marked, String code, String message, @Nullable String help) {
        String text = marked.replace("«", "").replace("»", "");
        List<Diagnostic> problems = diagnose(text, names);
        assertThat(problems).hasSize(1);
        Diagnostic problem = problems.get(0);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isEqualTo(message);
        int start = marked.indexOf('«');
        assertThat(text.substring(problem.span().start(), problem.span().end()))
                .isEqualTo(text.substring(start, marked.indexOf('»') - 1));
        assertThat(problem.help()).startsWith(help == null ? "" : help);
    }

    private Evaluator.Result evaluate(String text) {
        return Workbench.evaluate(compile(text, names), columns);
    }
}

package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of expressions over lists, on random ones and random nested data. The seed is in the name of the test. */
final class RandomListsTest {
    private static final int ROOTS = 5;
    private static final int DEPTH = 4;
    private static final int EVENTS = 30;

    static int[] seeds() {
        int[] seeds = new int[120];
        Arrays.setAll(seeds, i -> i + 1);
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void evaluatorAgreesWithTheNaiveInterpreterBitForBit(int seed) {
        RandomLists lists = new RandomLists(new RandomStream(seed));
        List<TypedExpr> roots = roots(lists, new RandomStream(seed).stream("types"));
        for (int n : new int[] {0, 1, EVENTS}) {
            Map<String, Column> columns = lists.columns(n);
            Evaluator.Result result =
                    new Evaluator(roots).evaluate(n, in -> Workbench.get(columns, in.name()), Workbench::scalar);
            for (int r = 0; r < roots.size(); r++) {
                compare(roots.get(r), result, r, columns, n);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void printedTextCompilesToTheSameValues(int seed) {
        RandomLists lists = new RandomLists(new RandomStream(seed));
        Map<String, Column> columns = lists.columns(EVENTS);
        for (TypedExpr root : roots(lists, new RandomStream(seed).stream("types"))) {
            String text = ExprText.print(root, Workbench::scalar);
            List<Diagnostic> problems = new ArrayList<>();
            Optional<TypedExpr> compiled = new Compiler(new FunctionTable(List.of()), problems)
                    .compile(Workbench.parse(text), RandomLists.names());
            if (problems.stream().anyMatch(p -> p.message().equals("an index is a whole number"))) {
                continue;
            }
            TypedExpr again = compiled.orElseThrow(() -> new AssertionError(text + problems));
            Evaluator.Result result = new Evaluator(List.of(again))
                    .evaluate(EVENTS, in -> Workbench.get(columns, in.name()), Workbench::scalar);
            compare(root, result, 0, columns, EVENTS);
        }
    }

    private static List<TypedExpr> roots(RandomLists lists, RandomStream random) {
        List<TypedExpr> roots = new ArrayList<>();
        ValueType[] types = {ValueType.NUMBER, ValueType.BOOLEAN, ValueType.STRING};
        for (int i = 0; i < ROOTS; i++) {
            ValueType type = types[random.nextInt(types.length)];
            roots.add(random.nextInt(2) == 0 ? lists.value(type, DEPTH) : lists.list(type, DEPTH));
        }
        return roots;
    }

    private static void compare(TypedExpr expr, Evaluator.Result result, int root, Map<String, Column> columns, int n) {
        boolean[] touched = result.touchedMissing(root);
        Column found = result.column(root);
        for (int e = 0; e < n; e++) {
            NaiveInterpreter.Answer expected = expr.accept(new NaiveInterpreter(columns, RandomExpressions.SCALARS, e));
            String what = "event " + e + " of " + ExprText.print(expr);
            int from = found instanceof Column.Lists l ? l.offsets()[e] : e;
            int to = found instanceof Column.Lists l ? l.offsets()[e + 1] : e + 1;
            assertThat(to - from).as(what).isEqualTo(expected.values().size());
            for (int i = from; i < to; i++) {
                compare(expected.at(i - from), expr.type().element(), result, root, i, what);
            }
            assertThat(touched.length > 0 && touched[e]).as("touched " + what).isEqualTo(expected.touched());
        }
    }

    private static void compare(
            NaiveInterpreter.Value expected, ValueType type, Evaluator.Result result, int root, int i, String what) {
        switch (type) {
            case BOOLEAN -> assertThat(result.mask(root)[i]).as(what).isEqualTo(expected.truth());
            case STRING -> assertThat(result.strings(root)[i]).as(what).isEqualTo(expected.text());
            default -> assertThat(result.numbers(root)[i]).as(what).isEqualTo(Double.valueOf(expected.number()));
        }
    }
}

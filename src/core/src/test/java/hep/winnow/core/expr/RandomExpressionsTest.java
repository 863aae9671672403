package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.ColumnText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of all expressions, on random ones. The seed is in the name of the test. */
final class RandomExpressionsTest {
    private static final int ROOTS = 6;
    private static final int DEPTH = 5;
    private static final List<ValueType> TYPES = List.of(ValueType.NUMBER, ValueType.BOOLEAN, ValueType.STRING);

    static int[] seeds() {
        int[] seeds = new int[300];
        Arrays.setAll(seeds, i -> i + 1);
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void evaluatorAgreesWithTheNaiveInterpreterBitForBit(int seed) {
        RandomStream random = new RandomStream(seed);
        RandomExpressions expressions = new RandomExpressions(random);
        List<TypedExpr> roots = roots(expressions, random);
        int[] sizes = {0, 1, 7, 40};
        Evaluator evaluator = new Evaluator(roots);
        for (int n : sizes) {
            Map<String, Column> columns = expressions.columns(n);
            Evaluator.Result result = evaluator.evaluate(n, in -> Workbench.get(columns, in.name()), Workbench::scalar);
            for (int r = 0; r < roots.size(); r++) {
                compare(roots.get(r), result, r, columns, n);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void printedTextCompilesToTheSameValues(int seed) {
        RandomStream random = new RandomStream(seed);
        RandomExpressions expressions = new RandomExpressions(random);
        FakeNames names = new FakeNames();
        RandomExpressions.COLUMNS.forEach(names::column);
        Map<String, Column> columns = expressions.columns(40);
        for (TypedExpr root : roots(expressions, random)) {
            String text = ExprText.print(root, Workbench::scalar);
            List<Diagnostic> problems = new ArrayList<>();
            TypedExpr again = new Compiler(new FunctionTable(List.of()), problems)
                    .compile(Workbench.parse(text), names)
                    .orElseThrow(() -> new AssertionError(text + problems));
            Evaluator.Result result = new Evaluator(List.of(again))
                    .evaluate(40, in -> Workbench.get(columns, in.name()), Workbench::scalar);
            compare(root, result, 0, columns, 40);
            assertThat(ExprText.print(again)).as("printed again").isEqualTo(ExprText.print(recompile(again, names)));
        }
    }

    private static TypedExpr recompile(TypedExpr expr, Names names) {
        return new Compiler(new FunctionTable(List.of()), new ArrayList<>())
                .compile(Workbench.parse(ExprText.print(expr)), names)
                .orElseThrow();
    }

    private static List<TypedExpr> roots(RandomExpressions expressions, RandomStream random) {
        List<TypedExpr> roots = new ArrayList<>();
        for (int i = 0; i < ROOTS; i++) {
            ValueType type = TYPES.get(random.nextInt(TYPES.size()));
            roots.add(expressions.next(type, DEPTH));
        }
        return roots;
    }

    private static void compare(TypedExpr expr, Evaluator.Result result, int root, Map<String, Column> columns, int n) {
        boolean[] touched = result.touchedMissing(root);
        for (int i = 0; i < n; i++) {
            NaiveInterpreter.Value value = expr.accept(new NaiveInterpreter(columns, RandomExpressions.SCALARS, i))
                    .value();
            boolean isEqual = isEqual(value, expr.type(), result, root, i);
            boolean isTouched = touched.length > 0 && touched[i];
            if (!isEqual || isTouched != value.touched()) {
                fail(
                        "event %s of %s: expected %s, found %s, touched %s",
                        i, ExprText.print(expr), value, ColumnText.of(result.column(root), i), isTouched);
            }
        }
    }

    private static boolean isEqual(
            NaiveInterpreter.Value value, ValueType type, Evaluator.Result result, int root, int i) {
        return switch (type) {
            default -> Double.compare(result.numbers(root)[i], value.number()) == 0;
            case STRING -> result.strings(root)[i].equals(value.text());
            case BOOLEAN -> {
                boolean isBareNumber = !(result.column(root) instanceof Column.Booleans);
                yield result.mask(root)[i] == value.truth()
                        && (isBareNumber || result.numbers(root)[i] == value.number());
            }
        };
    }
}

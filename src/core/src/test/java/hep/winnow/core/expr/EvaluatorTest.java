package hep.winnow.core.expr;

import static hep.winnow.core.expr.Workbench.compile;
import static hep.winnow.core.expr.Workbench.doubles;
import static hep.winnow.core.expr.Workbench.evaluate;
import static hep.winnow.core.expr.Workbench.get;
import static hep.winnow.core.expr.Workbench.numberOf;
import static hep.winnow.core.expr.Workbench.truthOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.function.EventFunction;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.text.ColumnText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluatorTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "x + y, 2, 3, 5",
        "x - y, 2, 3, -1",
        "x * y, 2, 3, 6",
        "x / y, 1, 4, 0.25",
        "x / y, 1, 0, Infinity",
        "x / y, 0, 0, NaN",
        "x + y, Infinity, -Infinity, NaN",
        "x - 2, 5, 0, 3",
        "2 - x, 5, 0, -3",
        "2 / x, 4, 0, 0.5",
        "x / 2, 5, 0, 2.5",
        "x % y, 7, 3, 1",
        "x % y, -7, 3, -1",
        "x % y, 7, -3, 1",
        "x % 3, -7.5, 0, -1.5",
        "10 % x, 4, 0, 2",
        "x % y, 1, 0, NaN",
        "x % y, Infinity, 3, NaN",
        "x % y, 5, Infinity, 5",
        "-x, 5, 0, -5",
        "-x^2, 3, 0, -9",
        "2^x^y, 3, 2, 512",
        "x^3, -2, 0, -8",
        "x^-2, 4, 0, 0.0625",
        "x^0.5, 9, 0, 3",
        "x^0, NaN, 0, 1",
        "x^1, NaN, 0, NaN",
        "x^y, -8, 0.5, NaN",
        "2^x, 0.5, 0, 1.4142135623730951",
        "1 + 2*x, 3, 0, 7",
        "x > 0 ? x : -x, -3, 0, 3",
        "x > 0 ? 1 : y > 0 ? 2 : 3, 0, 1, 2",
    })
    void computes(String text, double x, double y, double expected) {
        assertThat(numberOf(text, x, y)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "x < y, 1, 2, true",
        "x < y, 2, 2, false",
        "x <= y, 2, 2, true",
        "x > y, 2, 1, true",
        "x >= y, 2, 2, true",
        "x >= y, 1, 2, false",
        "x == y, 2, 2, true",
        "x == y, 0, -0.0, true",
        "x != y, 2, 3, true",
        "x != y, 2, 2, false",
        "x == y, Infinity, Infinity, true",
        "70 < x < 110, 91, 0, true",
        "70 < x < 110, 60, 0, false",
        "70 < x < 110, 120, 0, false",
        "0 < x <= y != 3, 1, 2, true",
        "(x < y) == true, 1, 2, true",
        "not x > y, 1, 2, true",
        "x > 0 and y > 0, 1, 2, true",
        "x > 0 and y > 0, 1, -2, false",
        "x > 0 or y > 0, -1, 2, true",
        "x > 0 or y > 0, -1, -2, false",
        "(x > 0) == (y > 0), -1, -2, true",
        "(x > 0) != (y > 0), -1, -2, false",
    })
    void decides(String text, double x, double y, boolean expected) {
        assertThat(truthOf(text, x, y)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"<", "<=", ">", ">=", "==", "!="})
    void comparisonWithNanIsFalseAndTold(String op) {
        FakeNames names = new FakeNames().numbers("x", "y");
        Map<String, Column> columns = Map.of("x", doubles(1, NAN, 1, NAN), "y", doubles(2, 2, NAN, NAN));
        for (String text : List.of("x " + op + " y", "x " + op + " 2", "2 " + op + " x")) {
            Evaluator.Result result = evaluate(compile(text, names), columns);
            assertThat(result.mask(0)[1]).as(text).isFalse();
            assertThat(result.mask(0)[3]).as(text).isFalse();
            assertThat(result.touchedMissing(0)[0]).as(text).isFalse();
            assertThat(result.touchedMissing(0)[1]).as(text).isTrue();
        }
        Evaluator.Result both = evaluate(compile("x " + op + " y", names), columns);
        assertThat(both.touchedMissing(0)).containsExactly(false, true, true, true);
        assertThat(both.mask(0))
                .startsWith(op.startsWith("<") || op.equals("!="))
                .endsWith(false, false, false);
    }

    @Test
    void touchedMissingIsEmptyWithoutNan() {
        TypedExpr cut = compile("x > 2 and y < 3", new FakeNames().numbers("x", "y"));
        assertThat(evaluate(cut, Map.of("x", doubles(1, 3, INF), "y", doubles(1, -INF, 2)))
                        .touchedMissing(0))
                .isEmpty();
    }

    @Test
    void onlyComparisonsThatDecideAnEventAreTold() {
        FakeNames names = new FakeNames().numbers("x", "y");
        Map<String, Column> columns = Map.of("x", doubles(0, 2, 2), "y", doubles(NAN, NAN, 1));
        assertThat(evaluate(compile("x > 1 and y > 0", names), columns).touchedMissing(0))
                .containsExactly(false, true, false);
        assertThat(evaluate(compile("x > 1 or y > 0", names), columns).touchedMissing(0))
                .containsExactly(true, false, false);
        assertThat(evaluate(compile("1 < x < y", names), columns).touchedMissing(0))
                .containsExactly(false, true, false);
        assertThat(evaluate(compile("x > 1 ? (y > 0 ? 1 : 2) : 3", names), columns)
                        .touchedMissing(0))
                .containsExactly(false, true, false);
    }

    @Test
    void whatWasToldDoesNotDependOnBlocks() {
        TypedExpr cut = compile("x > 1 and y > 0", new FakeNames().numbers("x", "y"));
        double[] x = {0, 2};
        double[] y = {NAN, 1};
        assertThat(evaluate(cut, Map.of("x", doubles(x), "y", doubles(y))).touchedMissing(0))
                .isEmpty();
        assertThat(evaluate(cut, Map.of("x", doubles(x[0]), "y", doubles(y[0]))).touchedMissing(0))
                .isEmpty();
    }

    @Test
    void conditionThatAFunctionCannotDecideIsFalseAndTold() {
        Evaluator.Result result =
                evaluate(compile("between(x, 0, 2)", new FakeNames().numbers("x")), Map.of("x", doubles(1, 3, NAN)));
        assertThat(result.mask(0)).containsExactly(true, false, false);
        assertThat(result.touchedMissing(0)).containsExactly(false, false, true);
    }

    @Test
    void isnanTellsOfNothing() {
        Evaluator.Result result =
                evaluate(compile("isnan(x)", new FakeNames().numbers("x")), Map.of("x", doubles(1, NAN)));
        assertThat(result.mask(0)).containsExactly(false, true);
        assertThat(result.touchedMissing(0)).isEmpty();
    }

    @Test
    void stringsAreComparedWithStrings() {
        FakeNames names = new FakeNames().column("tag", ColumnType.STRING).column("other", ColumnType.STRING);
        Map<String, Column> columns = Map.of(
                "tag", new Column.Strings(new String[] {"ee", "mm", ""}),
                "other", new Column.Strings(new String[] {"ee", "em", "ee"}));
        assertThat(evaluate(compile("tag == \"ee\"", names), columns).mask(0)).containsExactly(true, false, false);
        assertThat(evaluate(compile("\"ee\" != tag", names), columns).mask(0)).containsExactly(false, true, true);
        assertThat(evaluate(compile("tag == other", names), columns).mask(0)).containsExactly(true, false, false);
        assertThat(evaluate(compile("tag == \"ee\" ? \"same\" : other", names), columns)
                        .strings(0))
                .containsExactly("same", "em", "ee");
    }

    @Test
    void longIdsAreComparedExactly() {
        FakeNames names = new FakeNames().column("event", ColumnType.LONG).column("other", ColumnType.LONG);
        long big = 9007199254740993L;
        Map<String, Column> columns = Map.of(
                "event", new Column.Longs(new long[] {big - 1, big, big + 1, Long.MAX_VALUE}),
                "other", new Column.Longs(new long[] {big, big, big, Long.MAX_VALUE - 1}));
        assertThat(evaluate(compile("event == 9007199254740993", names), columns)
                        .mask(0))
                .containsExactly(false, true, false, false);
        assertThat(evaluate(compile("9007199254740993 != event", names), columns)
                        .mask(0))
                .containsExactly(true, false, true, true);
        assertThat(evaluate(compile("event > 9007199254740993", names), columns).mask(0))
                .containsExactly(false, false, true, true);
        assertThat(evaluate(compile("event == other", names), columns).mask(0))
                .containsExactly(false, true, false, false);
        assertThat(evaluate(compile("event < 9223372036854775808", names), columns)
                        .mask(0))
                .containsExactly(true, true, true, true);
        assertThat(evaluate(compile("-event == -9007199254740992", names), columns)
                        .mask(0))
                .as("arithmetic is in double")
                .containsExactly(true, true, false, false);
    }

    @Test
    void columnsOfAllTypesWiden() {
        FakeNames names = new FakeNames()
                .column("f", ColumnType.FLOAT)
                .column("i", ColumnType.INT)
                .column("l", ColumnType.LONG)
                .column("b", ColumnType.BOOLEAN);
        Map<String, Column> columns = Map.of(
                "f", new Column.Floats(new float[] {0.1f}),
                "i", new Column.Ints(new int[] {-7}),
                "l", new Column.Longs(new long[] {1L << 40}),
                "b", new Column.Booleans(new boolean[] {true}));
        assertThat(evaluate(compile("f + 0", names), columns).numbers(0)).containsExactly((double) 0.1f);
        assertThat(evaluate(compile("i / 2", names), columns).numbers(0)).containsExactly(-3.5);
        assertThat(evaluate(compile("l * 2", names), columns).numbers(0)).containsExactly(0x1p41);
        assertThat(evaluate(compile("b", names), columns).numbers(0)).containsExactly(1.0);
        assertThat(evaluate(compile("b ? i : f", names), columns).numbers(0)).containsExactly(-7.0);
    }

    @Test
    void bareInputIsReturnedAsItCame() {
        Column column = new Column.Longs(new long[] {1, 2});
        FakeNames names = new FakeNames().column("event", ColumnType.LONG);
        TypedExpr define = new TypedExpr.Named("e", compile("event", names));
        Evaluator.Result result = evaluate(define, Map.of("event", column));
        assertThat(result.column(0)).isSameAs(column);
        assertThat(result.numbers(0)).containsExactly(1, 2);
    }

    @Test
    void resultsHaveTheirOwnType() {
        FakeNames names = new FakeNames().numbers("x").column("tag", ColumnType.STRING);
        Map<String, Column> columns = Map.of("x", doubles(1), "tag", new Column.Strings(new String[] {"a"}));
        assertThat(evaluate(compile("x + 1", names), columns).column(0).type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(evaluate(compile("x > 1", names), columns).column(0).type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(ColumnText.of(
                        evaluate(compile("x > 1 ? tag : \"b\"", names), columns).column(0), 0))
                .isEqualTo("b");
        assertThatThrownBy(() -> evaluate(compile("x", names), columns).mask(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a number");
    }

    @Test
    void emptyBlockGivesEmptyResults() {
        FakeNames names = new FakeNames().numbers("x", "y").column("tag", ColumnType.STRING);
        Map<String, Column> columns = Map.of("x", doubles(), "y", doubles(), "tag", new Column.Strings(new String[0]));
        assertThat(evaluate(compile("x > 1 and y > 1 ? sqrt(x) : inv_mass(x, y, x, y, x, y, x, y)", names), columns)
                        .numbers(0))
                .isEmpty();
        assertThat(evaluate(compile("x > 1 and y > 1", names), columns).mask(0)).isEmpty();
        assertThat(evaluate(compile("x > 1 ? tag : \"b\"", names), columns).strings(0))
                .isEmpty();
        assertThat(evaluate(compile("3", names), columns).numbers(0)).isEmpty();
    }

    @Test
    void constantIsGivenToAllEvents() {
        assertThat(evaluate(compile("2*3", new FakeNames()), Map.of("x", doubles(1, 2, 3)))
                        .numbers(0))
                .containsExactly(6, 6, 6);
    }

    @Test
    void scalarIsAskedOnceAndCountsForAllEvents() {
        FakeNames names = new FakeNames().numbers("x").scalar("best", "cut");
        Evaluator evaluator =
                new Evaluator(List.of(compile("x > best.cut", names), compile("best.cut*2 + auc(nn, test)", names)));
        AtomicInteger asked = new AtomicInteger();
        Evaluator.Result result = evaluator.evaluate(3, in -> doubles(1, 2, 3), scalar -> {
            asked.incrementAndGet();
            return scalar.name().equals("best.cut") ? 1.5 : 0.75;
        });
        assertThat(evaluator.scalars()).extracting(TypedExpr.Scalar::name).containsExactly("best.cut", "auc(nn, test)");
        assertThat(result.mask(0)).containsExactly(false, true, true);
        assertThat(result.numbers(1)).containsExactly(3.75, 3.75, 3.75);
        assertThat(asked).hasValue(2);
    }

    @Test
    void inputsAreListedOncePerKeyInTheOrderOfUse() {
        FakeNames names = new FakeNames().numbers("a", "b", "c");
        Evaluator evaluator = new Evaluator(List.of(compile("b + a", names), compile("a*c - b", names)));
        assertThat(evaluator.inputs()).extracting(TypedExpr.Input::name).containsExactly("b", "a", "c");
    }

    @Test
    void sharedDefineIsEvaluatedOncePerBlock() {
        Counting counting = new Counting();
        TypedExpr x = TypedExpr.Input.of("x", "x", ColumnType.DOUBLE, "");
        TypedExpr define = new TypedExpr.Named("d", new TypedExpr.Call(counting, List.of(x)));
        TypedExpr twice = new TypedExpr.Binary(BinaryOp.MULTIPLY, define, define);
        Evaluator.Result result = new Evaluator(List.of(twice, define, new TypedExpr.Named("again", define)))
                .evaluate(2, in -> doubles(1, 2), Workbench::scalar);
        assertThat(result.numbers(0)).containsExactly(4, 9);
        assertThat(result.numbers(1)).containsExactly(2, 3);
        assertThat(result.numbers(2)).containsExactly(2, 3);
        assertThat(counting.calls).hasValue(1);
    }

    @Test
    void rightSideIsNotEvaluatedWhereNoEventNeedsIt() {
        FakeNames names = new FakeNames().numbers("x", "nn", "other", "third", "fourth");
        List<String> asked = new ArrayList<>();
        Map<String, Column> columns = Map.of("x", doubles(1, 2));
        Evaluator evaluator = new Evaluator(List.of(
                compile("x > 5 and nn + 1 > 0.5 and nn < 2 and nn > other", names),
                compile("x < 5 or third > 0.5 or third < 2", names),
                compile("x < 5 ? x : fourth", names)));
        Evaluator.Result result = evaluator.evaluate(
                2,
                in -> {
                    asked.add(in.name());
                    return get(columns, in.name());
                },
                Workbench::scalar);
        assertThat(asked).containsExactly("x");
        assertThat(result.mask(0)).containsExactly(false, false);
        assertThat(result.mask(1)).containsExactly(true, true);
        assertThat(result.numbers(2)).containsExactly(1, 2);
    }

    @Test
    void whatSomebodyElseNeedsIsEvaluatedAllTheSame() {
        FakeNames names = new FakeNames().numbers("x", "y");
        TypedExpr shared = new TypedExpr.Named("s", compile("y*2", names));
        names.define("s", shared);
        Evaluator evaluator =
                new Evaluator(List.of(compile("x > 5 and s > 1", names), compile("x > 7 or s > 3", names)));
        Evaluator.Result result =
                evaluator.evaluate(2, in -> in.name().equals("x") ? doubles(1, 8) : doubles(2, 0), Workbench::scalar);
        assertThat(result.mask(0)).containsExactly(false, false);
        assertThat(result.mask(1)).containsExactly(true, true);
    }

    @Test
    void longChainOfDefinesDoesNotOverflowTheStack() {
        TypedExpr expr = TypedExpr.Input.of("x", "x", ColumnType.DOUBLE, "");
        for (int i = 0; i < 50_000; i++) {
            expr = new TypedExpr.Named("d" + i, new TypedExpr.Binary(BinaryOp.ADD, expr, TypedExpr.Constant.of(1)));
        }
        assertThat(evaluate(expr, Map.of("x", doubles(1))).numbers(0)).containsExactly(50_001);
    }

    @Test
    void inputsAreLeftAsTheyAre() {
        double[] x = {1, -2, NAN};
        double[] before = x.clone();
        FakeNames names = new FakeNames().numbers("x");
        evaluate(compile("abs(-x)^2 + max(x, 0, -x) - sqrt(x) * (x > 0 ? x : 1/x)", names), Map.of("x", doubles(x)));
        assertThat(x).isEqualTo(before);
    }

    @Test
    void refusesAColumnOfTheWrongLengthOrType() {
        Evaluator evaluator = new Evaluator(List.of(compile("x + 1", new FakeNames().numbers("x"))));
        assertThatThrownBy(() -> evaluator.evaluate(2, in -> doubles(1), Workbench::scalar))
                .hasMessage("input 'x' should be 2 values of DOUBLE, found 1 values of DOUBLE");
        assertThatThrownBy(() -> evaluator.evaluate(1, in -> new Column.Strings(new String[] {"a"}), Workbench::scalar))
                .hasMessageContaining("found 1 values of STRING");
    }

    @Test
    void serveSeveralThreadsAtOnce() {
        FakeNames names = new FakeNames().numbers("x");
        Evaluator evaluator = new Evaluator(List.of(compile("x > 0 ? sqrt(x)*2 : exp(x)", names)));
        double[][] blocks = new double[64][500];
        for (int b = 0; b < blocks.length; b++) {
            Arrays.setAll(blocks[b], i -> StrictMath.sin(i) * 5);
            blocks[b][b] = b;
        }
        double[][] results = new double[blocks.length][];
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            threads.add(new Thread(() -> {
                for (int b = first; b < blocks.length; b += 4) {
                    double[] x = blocks[b];
                    results[b] = evaluator
                            .evaluate(500, in -> doubles(x), Workbench::scalar)
                            .numbers(0);
                }
            }));
        }
        threads.forEach(Thread::start);
        threads.forEach(EvaluatorTest::join);
        for (int b = 0; b < blocks.length; b++) {
            for (int i = 0; i < 500; i++) {
                double x = blocks[b][i];
                assertThat(results[b][i]).isEqualTo(x > 0 ? Math.sqrt(x) * 2 : StrictMath.exp(x));
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds 1, and counts how often it is called. */
    private static final class Counting implements EventFunction {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String usage() {
            return "counting(x)";
        }

        @Override
        public String doc() {
            return "x + 1.";
        }

        @Override
        public int minArguments() {
            return 1;
        }

        @Override
        public int maxArguments() {
            return 1;
        }

        @Override
        public void apply(double[][] arguments, int n, double[] out) {
            calls.incrementAndGet();
            for (int i = 0; i < n; i++) {
                out[i] = arguments[0][i] + 1;
            }
        }
    }
}

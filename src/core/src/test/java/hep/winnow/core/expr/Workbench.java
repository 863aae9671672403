package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Column;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests of this package share: parse, compile and evaluate in one go. */
final class Workbench {
    private Workbench() {}

    static Expr parse(String text) {
        List<Diagnostic> problems = new ArrayList<>();
        Expr expr = Parser.parseExpression("test.wn", text, problems)
                .orElseThrow(() -> new AssertionError(text + problems));
        assertThat(problems).as(text).isEmpty();
        return expr;
    }

    /** Compiles a text without any error or warning in it. */
    static TypedExpr compile(String text, Names names) {
        List<Diagnostic> problems = new ArrayList<>();
        TypedExpr typed = new Compiler(new FunctionTable(List.of()), problems)
                .compile(parse(text), names)
                .orElseThrow(() -> new AssertionError(text + problems));
        assertThat(problems).as(text).isEmpty();
        return typed;
    }

    /** Returns the diagnostics of a text. */
    static List<Diagnostic> diagnose(String text, Names names) {
        List<Diagnostic> problems = new ArrayList<>();
        new Compiler(new FunctionTable(List.of()), problems).compile(parse(text), names);
        return problems;
    }

    static Evaluator.Result evaluate(TypedExpr expr, Map<String, Column> columns) {
        int n = columns.values().stream().mapToInt(Column::size).findFirst().orElse(1);
        return new Evaluator(List.of(expr)).evaluate(n, in -> get(columns, in.name()), Workbench::scalar);
    }

    /** Returns the value of a key that is there. */
    static <V> V get(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new AssertionError("no '" + key + "' in " + map.keySet());
        }
        return value;
    }

    static double scalar(TypedExpr.Scalar scalar) {
        return get(RandomExpressions.SCALARS, scalar.name());
    }

    static Column doubles(double... values) {
        return new Column.Doubles(values);
    }

    /** Returns the value of a formula of numbers x and y for one event. */
    static double numberOf(String text, double x, double y) {
        TypedExpr expr = compile(text, new FakeNames().numbers("x", "y"));
        return evaluate(expr, Map.of("x", doubles(x), "y", doubles(y))).numbers(0)[0];
    }

    /** Returns the value of a condition of numbers x and y for one event. */
    static boolean truthOf(String text, double x, double y) {
        TypedExpr expr = compile(text, new FakeNames().numbers("x", "y"));
        return evaluate(expr, Map.of("x", doubles(x), "y", doubles(y))).mask(0)[0];
    }
}

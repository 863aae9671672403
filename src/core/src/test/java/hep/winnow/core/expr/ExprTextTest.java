package hep.winnow.core.expr;

import static hep.winnow.core.expr.Workbench.compile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.lang.Expr.BinaryOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExprTextTest {
    private final FakeNames names = new FakeNames()
            .numbers("a", "b", "c", "jet 1 pt", "m", "in")
            .column("tag", ColumnType.STRING)
            .scalar("best", "cut");

    /** These are written as they are printed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b - c",
                "a - (b - c)",
                "a + (b + c)",
                "a*b/c",
                "a*(b/c)",
                "(a + b)*c",
                "a % b",
                "-a^2",
                "(-a)^2",
                "-(-a)",
                "a^b^c",
                "(a^b)^c",
                "a^(-b)",
                "a^(-2)",
                "(-2)^a",
                "-2*a",
                "a - -2",
                "1 < a <= b < 5",
                "(a < b) == (b < c)",
                "not a < b",
                "not (a < b and b < c)",
                "not not a < b",
                "(not a < b) == true",
                "a < b and b < c and a < c",
                "a < b and (b < c and a < c)",
                "a < b or b < c and a < c",
                "(a < b or b < c) and a < c",
                "a < b ? a : b < c ? b : c",
                "a < b ? (b < c ? a : b) : c",
                "(a < b ? a : b) + 1",
                "sqrt(a < b ? a : b)",
                "min(a, b + 1, -c)",
                "`jet 1 pt`*2",
                "`m` + `in`",
                "best.cut*2",
                "tag == \"say \\\"hi\\\" \\\\ \\t\\n\"",
                "a == 9007199254740993",
                "a*1e-7 + 2.5e300",
                "a + 1/0",
                "a*(1/0)",
                "a + -1/0",
                "isnan(a) == false",
            })
    void printsWithAsFewParenthesesAsTheGrammarAllows(String text) {
        assertThat(ExprText.print(compile(text, names))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "((a)) + ((b*c)), a + b*c",
        "10%*a, 0.1*a",
        "0.62*pb*a, 0.62*a",
        "a*nan, a*(0/0)",
        "a*inf, a*(1/0)",
        "a - 1e0, a - 1",
        "a + 1e22, a + 1e22",
        "a + 1e14, a + 100000000000000",
        "a + 123456789012, a + 123456789012",
    })
    void printsWhatWasCompiled(String text, String printed) {
        assertThat(ExprText.print(compile(text, names))).isEqualTo(printed);
    }

    @Test
    void writesDefinesOut() {
        names.define("sum", compile("a + b", names));
        names.define("twice", compile("sum*2", names));
        assertThat(ExprText.print(compile("twice^2 - sum", names))).isEqualTo("((a + b)*2)^2 - (a + b)");
    }

    @Test
    void writesScalarsByTheirValuesIfTheyAreGiven() {
        TypedExpr cut = compile("a > best.cut and a^best.cut < 1", names);
        assertThat(ExprText.print(cut, scalar -> -0.5)).isEqualTo("a > -0.5 and a^(-0.5) < 1");
    }

    @Test
    void refusesFormulasThatGrowWithoutEnd() {
        TypedExpr expr = compile("a", names);
        for (int i = 0; i < 60; i++) {
            expr = new TypedExpr.Named("d" + i, new TypedExpr.Binary(BinaryOp.ADD, expr, expr));
        }
        TypedExpr huge = expr;
        assertThatThrownBy(() -> ExprText.print(huge))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("more than 1000000 characters");
    }

    @Test
    void refusesFormulasThatNoParserReads() {
        TypedExpr expr = compile("a", names);
        for (int i = 0; i < 300; i++) {
            expr = new TypedExpr.Named("d" + i, compileProduct(expr));
        }
        TypedExpr deep = expr;
        assertThatThrownBy(() -> ExprText.print(deep))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a formula cannot be written out: more than");
    }

    private TypedExpr compileProduct(TypedExpr expr) {
        return compile("(inner + 1)*2", new FakeNames().define("inner", expr));
    }

    @Test
    void refusesNamesThatCannotBeWritten() {
        TypedExpr odd = TypedExpr.Input.of("a`b", "k", ColumnType.DOUBLE, "");
        assertThatThrownBy(() -> ExprText.print(odd))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a`b");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, -0",
        "1e21, 1e21",
        "1e-5, 1e-5",
        "2e-3, 0.002",
        "100, 100",
        "1e7, 10000000",
        "4.9e-324, 4.9e-324"
    })
    void numbersHaveTheirShortestForm(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }
}

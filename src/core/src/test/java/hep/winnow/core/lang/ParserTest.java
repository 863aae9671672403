package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    static List<Arguments> expressions() {
        return Table.cases("expressions.txt");
    }

    static List<Arguments> macros() {
        return Table.cases("macros.txt");
    }

    static List<Arguments> mistakes() {
        return Table.cases("mistakes.txt");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void parsesExpression(String text, String tree) {
        List<Diagnostic> out = new ArrayList<>();
        Optional<Expr> expr = Parser.parseExpression("default", text, out);
        assertThat(out).isEmpty();
        assertThat(expr.map(TreeText::of)).contains(tree);
    }

    @ParameterizedTest
    @MethodSource("macros")
    void parsesMacro(String text, String tree) {
        MacroFile file = Parser.parse("m.wn", text);
        assertThat(file.diagnostics()).isEmpty();
        assertThat(TreeText.of(file.statements())).isEqualTo(tree);
        assertThat(file.broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("macros")
    void takesWindowsLineEndsAndByteOrderMark(String text, String tree) {
        MacroFile file = Parser.parse("m.wn", "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(file.diagnostics()).isEmpty();
        assertThat(TreeText.of(file.statements())).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void reportsEachMistakeOnceAtItsPlace(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void goesOnBehindMistakes(String text, String expected) {
        MacroFile file = Parser.parse("m.wn", text + "\nreport to \"sound.html\"\n");
        assertThat(TreeText.of(file.statements())).contains("(report to>\"sound.html\")");
    }

    @Test
    void parsesWholeAnalysis() {
        MacroFile file = Parser.parse("hww.wn", Table.text("hww.wn"));
        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.statements().stream().map(TreeText::of).collect(Collectors.joining("\n")))
                .isEqualTo(Table.text("hww.tree").strip());
    }

    @Test
    void reportsTenMistakesInOneRun() {
        assertThat(found(Table.text("ten-mistakes.wn")))
                .isEqualTo(
                        "E015@3:16 E002@4:16 E011@6:29 E004@7:23 E013@9:39 E011@10:20 E014@13:22 E016@14:26 E001@15:25"
                                + " E010@17:1");
    }

    @Test
    void keepsSoundPartsOfBlockWithMistake() {
        MacroFile file = Parser.parse("m.wn", "region r {\n  cut \"a\" : x >\n  cut \"b\" : y > 0\n  bins=3\n}");
        assertThat(TreeText.of(file.statements())).isEqualTo("(region r bins=3 {(cut \"b\" : (y > 0))})");
        assertThat(file.diagnostics()).hasSize(1);
    }

    @Test
    void namesWhatBrokenStatementsMayHaveDeclared() {
        MacroFile file = Parser.parse(
                "m.wn", "define mll = sqrt(\nparam p = *\nregion sr on on\nlet q = 1\nread s from \"x\" role=*");
        assertThat(file.broken()).containsExactlyInAnyOrder("mll", "p", "sr", "s");
    }

    @Test
    void readsPercentExactly() {
        assertThat(number("10%")).isEqualTo(0.1);
        assertThat(number("35%")).isEqualTo(0.35);
        assertThat(number("0.7%")).isEqualTo(0.007);
        assertThat(number("1.1e1%")).isEqualTo(0.11);
        assertThat(number("0%")).isEqualTo(0.0);
    }

    private static double number(String text) {
        Expr expr = Parser.parseExpression("x", text, new ArrayList<>()).orElseThrow();
        return ((Expr.NumberLiteral) expr).value();
    }

    @Test
    void spansHoldParenthesesOfOperands() {
        String text = "print (a + b) * f(c)[0] - -(d)";
        Statement.StepStatement step = (Statement.StepStatement)
                Parser.parse("m.wn", text).statements().get(0);
        assertThat(slice(text, step.operands().get(0).value())).isEqualTo("(a + b) * f(c)[0] - -(d)");
        Expr.Binary minus = (Expr.Binary) step.operands().get(0).value();
        assertThat(slice(text, minus.left())).isEqualTo("(a + b) * f(c)[0]");
        assertThat(slice(text, minus.right())).isEqualTo("-(d)");
        assertThat(text.substring(minus.opSpan().start(), minus.opSpan().end())).isEqualTo("-");
    }

    private static String slice(String text, Expr expr) {
        return text.substring(expr.span().start(), expr.span().end());
    }

    @Test
    void statementSpanHoldsBlockAndNoLineEnd() {
        String text = "winnow 1\nregion r {\n  cut \"a\" : x > 0\n}   # end\nreport";
        List<Statement> statements = Parser.parse("m.wn", text).statements();
        assertThat(statements.stream()
                        .map(s -> text.substring(s.span().start(), s.span().end()))
                        .toList())
                .containsExactly("region r {\n  cut \"a\" : x > 0\n}", "report");
    }

    @Test
    void keywordBeforeOptionStandsAlone() {
        Statement.StepStatement step = (Statement.StepStatement)
                Parser.parse("m.wn", "split p into train=50%").statements().get(0);
        Operand into = step.operands().get(1);
        assertThat(into.keyword()).isEqualTo("into");
        assertThat(into.value()).isEqualTo(new Expr.ListLiteral(List.of(), into.span()));
        assertThat(into.span().start()).isEqualTo(8);
        assertThat(into.span().end()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "-",
                "not ",
                "f(",
                "a[",
                "a ? ",
                "a ^ ",
                "1 + (",
                "{",
                "a {",
                "for a in b {",
                "if a { } else "
            })
    void limitsNesting(String opening) {
        MacroFile file = Parser.parse("m.wn", "print " + opening.repeat(20_000) + "x\nreport");
        assertThat(file.diagnostics()).isNotEmpty();
        assertThat(file.diagnostics().size()).isLessThanOrEqualTo(2 * BlockParser.MAX_DEPTH + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x)", "[x]", "f(x)"})
    void tellsThatNestingIsTooDeep(String pair) {
        String text = "print " + pair.substring(0, pair.indexOf('x')).repeat(500) + "x"
                + pair.substring(pair.indexOf('x') + 1).repeat(500) + "\nreport";
        assertThat(found(text)).startsWith("E023@1:").doesNotContain(" ");
    }

    @Test
    void limitsHeightOfChains() {
        assertThat(found("print x" + " + x".repeat(900))).isEmpty();
        assertThat(found("print x" + " + x".repeat(20_000)))
                .startsWith("E023@1:")
                .doesNotContain(" ");
        assertThat(found("print x" + "[0]".repeat(20_000)))
                .startsWith("E023@1:")
                .doesNotContain(" ");
    }

    @Test
    void limitsDepthOfBlocks() {
        String deep = "if a {\n".repeat(100) + "print 1\n" + "}\n".repeat(100);
        assertThat(found(deep)).isEqualTo("E023@61:6");
        assertThat(found("if a {\n".repeat(60) + "print 1\n" + "}\n".repeat(60)))
                .isEmpty();
    }

    @Test
    void listsItsErrorCodesOnce() {
        assertThat(List.of(SyntaxCode.values()).stream().map(SyntaxCode::code)).doesNotHaveDuplicates();
        assertThat(List.of(SyntaxCode.values())).allMatch(c -> c.code().matches("E0\\d\\d"));
    }

    @Test
    void refusesWhatIsNoSingleExpression() {
        for (String text : List.of("", "a b", "a,", "(a", "a=3", "1 +")) {
            List<Diagnostic> out = new ArrayList<>();
            assertThat(Parser.parseExpression("default", text, out)).as(text).isEmpty();
            assertThat(out).as(text).hasSize(1);
        }
    }

    /** Returns codes and places, such as {@code E011@1:5}. */
    static String found(String text) {
        LineMap lines = new LineMap(text);
        return Parser.parse("m.wn", text).diagnostics().stream()
                .map(d -> {
                    LineMap.Position at = lines.position(d.span().start());
                    return d.code() + "@" + at.line() + ":" + at.column();
                })
                .collect(Collectors.joining(" "));
    }
}

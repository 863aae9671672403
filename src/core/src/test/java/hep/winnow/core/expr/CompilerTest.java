package hep.winnow.core.expr;

import static hep.winnow.core.expr.Workbench.compile;
import static hep.winnow.core.expr.Workbench.diagnose;
import static hep.winnow.core.expr.Workbench.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.lang.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompilerTest {
    private final FakeNames names = new FakeNames()
            .numbers("l1_pt", "l2_pt", "mll", "x")
            .column("tag", ColumnType.STRING)
            .column("tight", ColumnType.BOOLEAN)
            .scalar("best", "cut")
            .broken("bad");

    /** Each row: the text, with the place of the one diagnostic in «»; its code; message; label; help. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "«l1_ptt» > 22|E104|unknown column 'l1_ptt'|no such column or define in sig, bkg|did you mean 'l1_pt' or 'l2_pt'?",
                "«L1_PT» > 22|E104|unknown column 'L1_PT'|no such column or define in sig, bkg|did you mean 'l1_pt'",
                "«`GeV`» > 22|E104|unknown column 'GeV'|no such column or define in sig, bkg|",
                "x*«Gev»|E104|unknown column 'Gev'|no such column or define in sig, bkg|did you mean 'GeV'",
                "«delta_phi» > 1|E104|unknown column 'delta_phi'|no such column|'delta_phi' is a function: write delta_phi(phi1, phi2)",
                "«zzz».cut > 1|E104|unknown column 'zzz'|no such|",
                "mll.«cut» > 1|E105|'mll' has no field 'cut'|no such field|",
                "«mll[0]» > 1|E105|only a list, or a model of several outputs, takes an index||",
                "«sqrtt»(x)|E106|unknown function 'sqrtt'|no such function|did you mean 'sqrt' or 'sort'?",
                "«arctan2»(x, x)|E106|unknown function 'arctan2'|no such function|here it is atan2(y, x)",
                "«DeltaR»(x, x, x, x)|E106|unknown function 'DeltaR'|no such function|here it is delta_r(eta1, phi1, eta2, phi2)",
                "«mll»(x)|E106|unknown function 'mll'|no such function|'mll' is no function; a product is written mll*(...)",
                "1 + «sqrt(x, 2)»|E107|function 'sqrt' takes 1 argument, found 2||write sqrt(x)",
                "«min(x)»|E107|function 'min' takes 2 or more arguments, found 1||write min(x, y, ...)",
                "«inv_mass(x, x, x, x, x, x, x, x, x)»|E107|function 'inv_mass' takes groups of 4 (pt, eta, phi, m), found 9 arguments||write inv_mass(",
                "sqrt(x, «y»=2)|E107|function 'sqrt' has no argument 'y'|arguments stand by position|write sqrt(x)",
                "x + «tag»|E108|'+' needs a number, found a string|this is a string|",
                "«(x > 1)» + 2|E108|'+' needs a number, found a condition|this is a condition|write c ? 1 : 0",
                "-«tag»|E108|'-' needs a number, found a string|this is a string|",
                "not «x»|E108|'not' needs a condition, found a number|this is a number|compare it, as in x > 0",
                "tight and «x»|E108|'and' needs a condition, found a number|this is a number|compare it",
                "«x» or tight|E108|'or' needs a condition, found a number|this is a number|compare it",
                "«x» ? 1 : 2|E108|'?:' needs a condition, found a number|this is a number|compare it",
                "tight ? 1 : «tag»|E108|both branches of ?: must be of one type, found a number and a string|this is a string|",
                "«x == \"1\"»|E108|cannot compare a number with a string|a number and a string|a number stands without quotes",
                "«tight == 1»|E108|cannot compare a condition with a number|a condition and a number|a condition stands for itself",
                "0 < «x < tag»|E108|cannot compare a number with a string|a number and a string|",
                "«tag < \"b\"»|E108|'<' needs numbers, found a string on each side|these have no order|compare them with == or !=",
                "«tight < tight»|E108|'<' needs numbers, found a condition on each side|these have no order|",
                "sqrt(«tag»)|E108|'sqrt' needs a number, found a string|this is a string|",
                "sqrt(«tight»)|E108|'sqrt' needs a number, found a condition|this is a condition|",
                "count_true(x > 1, «tag»)|E108|'count_true' needs a number, found a string|this is a string|",
                "«[x, 2]» > 1|E109|found a list where one value is expected|this is a list|",
                "x == «(0..300)»|E109|found a range where one value is expected|this is a range|a condition is written low < x < high",
                "sqrt(«[zzz]»)|E109|found a list where one value is expected|this is a list|",
            })
    void reports(String marked, String code, String message, @Nullable String label, @Nullable String help) {
        String text = marked.replace("«", "").replace("»", "");
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        List<Diagnostic> problems = diagnose(text, names);
        assertThat(problems).hasSize(1);
        Diagnostic problem = problems.get(0);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isEqualTo(message);
        String found = text.substring(problem.span().start(), problem.span().end());
        assertThat(found.replaceAll("[()]", ""))
                .isEqualTo(text.substring(start, end).replaceAll("[()]", ""));
        assertThat(problem.label()).startsWith(label == null ? "" : label);
        assertThat(problem.help()).startsWith(help == null ? "" : help);
    }

    @Test
    void reportsAllErrorsOfAnExpression() {
        assertThat(diagnose("foo + sqrt(bar, 2) > tag and sqrtt(baz) ? tag + 1 : not x", names))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "unknown column 'foo'",
                        "unknown column 'bar'",
                        "function 'sqrt' takes 1 argument, found 2",
                        "unknown column 'baz'",
                        "unknown function 'sqrtt'",
                        "'+' needs a number, found a string",
                        "'not' needs a condition, found a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad",
                "bad > 1",
                "bad + 1 and tight",
                "not bad",
                "-bad",
                "sqrt(bad)",
                "bad ? 1 : 2",
                "tight ? bad : tag",
                "tag == bad",
                "bad == bad < 3",
                "bad.field",
                "bad[1]",
                "count_true(bad)",
                "1 < bad < 2"
            })
    void staysSilentAboutWhatWasReportedBefore(String text) {
        List<Diagnostic> problems = new ArrayList<>();
        Compiler compiler = new Compiler(new FunctionTable(List.of()), problems);
        assertThat(compiler.compile(parse(text), names)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void brokenDefineBreaksWhatUsesIt() {
        names.define("d", new TypedExpr.Broken());
        assertThat(diagnose("d + 1 > 2", names)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.62*pb | 0.62",
                "139/fb | 139000",
                "500*MeV | 0.5",
                "2*pi | 6.283185307179586",
                "sqrt(16) + 2^3 | 12",
                "10% | 0.1",
                "10 % 3 | 1",
                "180*deg | 3.141592653589793",
                "2 > 1 ? 5 : 6 | 5",
                "max(1, 2, 3) | 3",
                "-inf | -Infinity",
                "nan | NaN",
                "-2^2 | -4",
            })
    void foldsConstants(String text, double value) {
        assertThat(compile(text, names)).isInstanceOfSatisfying(TypedExpr.Constant.class, constant -> {
            assertThat(constant.type()).isEqualTo(ValueType.NUMBER);
            assertThat(constant.number()).isEqualTo(value, within(0.0));
        });
    }

    @Test
    void foldsConditionsAndStrings() {
        assertThat(compile("1 < 2 < 3", names)).isEqualTo(TypedExpr.Constant.of(true));
        assertThat(compile("not (1 < 2) or \"a\" == \"b\"", names)).isEqualTo(TypedExpr.Constant.of(false));
        assertThat(compile("1 > 2 ? \"a\" : \"b\"", names)).isEqualTo(TypedExpr.Constant.of("b"));
    }

    @Test
    void foldsOneSideOfADecidedCondition() {
        TypedExpr x = compile("x > 1", names);
        assertThat(compile("true and x > 1", names)).isEqualTo(x);
        assertThat(compile("false or x > 1", names)).isEqualTo(x);
        assertThat(compile("true or x > 1", names)).isEqualTo(TypedExpr.Constant.of(true));
        assertThat(compile("2 > 1 ? x : l1_pt", names)).isEqualTo(compile("x", names));
    }

    @Test
    void foldsOnlyThePartsThatAreConstant() {
        assertThat(ExprText.print(compile("x * (2*3) + 4/2", names))).isEqualTo("x*6 + 2");
    }

    @Test
    void columnComesBeforeUnitOfTheSameName() {
        names.numbers("m", "pi");
        assertThat(compile("m", names)).isInstanceOf(TypedExpr.Input.class);
        assertThat(compile("pi", names)).isInstanceOf(TypedExpr.Input.class);
        assertThat(compile("mm", names)).isEqualTo(TypedExpr.Constant.of(1.0));
    }

    @Test
    void functionsHaveANamespaceOfTheirOwn() {
        names.numbers("mt");
        assertThat(compile("mt + mt(x, x, x, x)", names).type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void resolverAnswersFieldsIndicesAndMeasures() {
        assertThat(compile("best.cut", names)).isInstanceOf(TypedExpr.Scalar.class);
        assertThat(compile("nn[0]", names)).isInstanceOf(TypedExpr.Input.class);
        assertThat(compile("auc(nn, test)", names)).isInstanceOf(TypedExpr.Scalar.class);
    }

    @Test
    void resolverPutsParamsIntoStrings() {
        Names withParams = new Names() {
            @Override
            public Optional<TypedExpr> name(Expr.NameRef ref) {
                return names.name(ref);
            }

            @Override
            public Optional<String> text(Expr.StringLiteral literal) {
                return literal.value().contains("{none}")
                        ? Optional.empty()
                        : Optional.of(literal.value().replace("{channel}", "ee"));
            }

            @Override
            public List<String> candidates() {
                return names.candidates();
            }

            @Override
            public String where() {
                return names.where();
            }
        };
        assertThat(compile("\"is {channel}\"", withParams)).isEqualTo(TypedExpr.Constant.of("is ee"));
        assertThat(diagnose("tag == \"{none}\"", withParams)).isEmpty();
    }

    @Test
    void definesKeepTheirIdentity() {
        TypedExpr.Named define = new TypedExpr.Named("d", compile("x + 1", names));
        Names resolver = new FakeNames().define("d", define);
        TypedExpr.Binary twice = (TypedExpr.Binary) compile("d*d", resolver);
        assertThat(twice.left()).isSameAs(twice.right());
    }

    @Test
    void keepsTheDigitsOfIntegersThatNoDoubleHolds() {
        assertThat(compile("9007199254740993", names))
                .isEqualTo(new TypedExpr.Constant(ValueType.NUMBER, 0x1p53, "9007199254740993"));
        assertThat(compile("-9007199254740993", names))
                .isEqualTo(new TypedExpr.Constant(ValueType.NUMBER, -0x1p53, "-9007199254740993"));
        assertThat(compile("--9007199254740993", names))
                .isEqualTo(new TypedExpr.Constant(ValueType.NUMBER, 0x1p53, "9007199254740993"));
        assertThat(compile("9007199254740992", names)).isEqualTo(TypedExpr.Constant.of(0x1p53));
    }

    @Test
    void warnsOfComparisonsWithNan() {
        assertThat(diagnose("x == nan", names)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo("W101");
            assertThat(problem.help()).isEqualTo("write isnan(x)");
        });
    }

    @Test
    void compilesSumsOfAThousandTerms() {
        String sum = "x" + " + x".repeat(900);
        assertThat(compile(sum, names).type()).isEqualTo(ValueType.NUMBER);
        assertThat(ExprText.print(compile(sum, names))).isEqualTo(sum);
    }

    @Test
    void refusesTreesThatAreTooDeep() {
        Expr expr = parse("x");
        for (int i = 0; i < 2000; i++) {
            expr = new Expr.Unary(Expr.UnaryOp.NEGATE, expr, expr.span());
        }
        List<Diagnostic> problems = new ArrayList<>();
        assertThat(new Compiler(new FunctionTable(List.of()), problems).compile(expr, names))
                .isEmpty();
        assertThat(problems).extracting(Diagnostic::code).containsExactly("E111");
    }

    @Test
    void checksTheTypeThatIsAskedFor() {
        List<Diagnostic> problems = new ArrayList<>();
        Compiler compiler = new Compiler(new FunctionTable(List.of()), problems);
        assertThat(compiler.compile(parse("x > 1"), names, ValueType.BOOLEAN, "'cut'"))
                .isPresent();
        assertThat(problems).isEmpty();
        assertThat(compiler.compile(parse("x"), names, ValueType.BOOLEAN, "'cut'"))
                .isEmpty();
        assertThat(problems).extracting(Diagnostic::message).containsExactly("'cut' needs a condition, found a number");
    }

    @Test
    void refusesWhatVariesWhereAConstantIsDue() {
        List<Diagnostic> problems = new ArrayList<>();
        Compiler compiler = new Compiler(new FunctionTable(List.of()), problems);
        names.define("lumi", TypedExpr.Constant.of(139_000));
        assertThat(compiler.constant(parse("lumi*0.5"), names, ValueType.NUMBER, "'xsec'"))
                .contains(TypedExpr.Constant.of(69_500));
        assertThat(compiler.constant(parse("x*0.5"), names, ValueType.NUMBER, "'xsec'"))
                .isEmpty();
        assertThat(problems).extracting(Diagnostic::code).containsExactly("E110");
    }
}

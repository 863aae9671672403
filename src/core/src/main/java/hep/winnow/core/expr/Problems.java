package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.lookup.LookupTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of the compiler's diagnostics, one method per code or occasion. For the codes see {@link CheckCode}. */
final class Problems {
    private final List<Diagnostic> out;

    Problems(List<Diagnostic> out) {
        this.out = out;
    }

    void unknownName(Expr.NameRef ref, Names names, FunctionTable functions) {
        String help = "";
        if (!ref.isQuoted()) {
            help = names.table(ref.name())
                    .map(t -> "'" + ref.name() + "' is a table: write " + t.usage())
                    .or(() -> functions
                            .find(ref.name())
                            .map(f -> "'" + ref.name() + "' is a function: write " + f.usage()))
                    .orElse("");
        }
        if (help.isEmpty()) {
            List<String> candidates = new ArrayList<>(names.candidates());
            if (!ref.isQuoted()) {
                candidates.addAll(Units.names());
            }
            help = suggest(ref.name(), candidates);
        }
        report(CheckCode.UNKNOWN_NAME, ref.span(), "unknown column '" + ref.name() + "'", names.where(), help);
    }

    void unknownField(String owner, Ident field) {
        report(
                CheckCode.UNKNOWN_FIELD,
                field.span(),
                owner + " has no field '" + field.text() + "'",
                "no such field",
                "");
    }

    void unknownFieldOfTable(LookupTable table, Ident field) {
        List<String> fields = table.fieldNames();
        report(
                CheckCode.UNKNOWN_FIELD,
                field.span(),
                "table '" + table.name() + "' has no column '" + field.text() + "'",
                "no such column",
                Suggestions.nearest(field.text(), fields)
                        .map(n -> "did you mean '" + n + "'?")
                        .orElse("there are " + String.join(", ", fields)));
    }

    void notIndexable(Expr.Index index) {
        report(
                CheckCode.UNKNOWN_FIELD,
                index.span(),
                "only a list, or a model of several outputs, takes an index",
                "one value per event",
                "");
    }

    void wrongIndex(Expr index, ValueType type) {
        String message = "an index is a number, or a list of conditions or numbers, found " + type.text();
        String help = type == ValueType.BOOLEAN
                ? "conditions on elements compare a list, as in jet_pt[jet_pt > 30]"
                : "elements are counted from 0, or by negative numbers from the end";
        report(CheckCode.WRONG_TYPE, index.span(), message, "this is " + type.text(), help);
    }

    void fractionalIndex(Expr index) {
        report(
                CheckCode.UNKNOWN_FIELD,
                index.span(),
                "an index is a whole number",
                "no element has this index",
                "elements are counted from 0, or by negative numbers from the end");
    }

    void wrongArgument(String function, String expected, Expr found, ValueType type) {
        String message = "'" + function + "' needs " + expected + ", found " + type.text();
        String help = expected.equals("a list of conditions") && type == ValueType.NUMBERS
                ? "compare it, as in jet_pt > 30"
                : "";
        report(CheckCode.WRONG_TYPE, found.span(), message, "this is " + type.text(), help);
    }

    void unknownFunction(Ident function, Names names, FunctionTable functions) {
        String name = function.text();
        String help;
        if (names.candidates().contains(name)) {
            help = "'" + name + "' is no function; a product is written " + name + "*(...)";
        } else {
            help = ForeignNames.of(name)
                    .map(ours -> "here it is " + ours)
                    .orElseGet(() -> suggest(
                            name,
                            Stream.concat(names.tables().stream(), functions.names().stream())
                                    .toList()));
        }
        report(
                CheckCode.UNKNOWN_FUNCTION,
                function.span(),
                "unknown function '" + name + "'",
                "no such function",
                help);
    }

    void namedArgument(Ident function, Ident name, String usage) {
        String message = "function '" + function.text() + "' has no argument '" + name.text() + "'";
        report(CheckCode.WRONG_ARGUMENTS, name.span(), message, "arguments stand by position", "write " + usage);
    }

    void wrongCount(Ident function, Span span, String expected, int found, String usage) {
        String message = "function '" + function.text() + "' takes " + expected + ", found " + found;
        report(CheckCode.WRONG_ARGUMENTS, span, message, "", "write " + usage);
    }

    void wrongGroups(Ident function, Span span, String problem, String usage) {
        report(
                CheckCode.WRONG_ARGUMENTS,
                span,
                "function '" + function.text() + "' takes " + problem,
                "",
                "write " + usage);
    }

    void wrongType(String user, ValueType expected, Expr found, ValueType type) {
        String message = user + " needs " + expected.text() + ", found " + type.text();
        report(CheckCode.WRONG_TYPE, found.span(), message, "this is " + type.text(), convert(expected, type));
    }

    void notComparable(Expr left, ValueType leftType, Expr right, ValueType rightType) {
        String message = "cannot compare " + leftType.text() + " with " + rightType.text();
        String help = "";
        if (leftType == ValueType.BOOLEAN || rightType == ValueType.BOOLEAN) {
            help = "a condition stands for itself: write x or not x, not x == 1";
        } else if (left instanceof Expr.StringLiteral || right instanceof Expr.StringLiteral) {
            help = "a number stands without quotes";
        }
        report(
                CheckCode.WRONG_TYPE,
                left.span().to(right.span()),
                message,
                leftType.text() + " and " + rightType.text(),
                help);
    }

    void noOrder(CompareOp op, Expr left, Expr right, ValueType type) {
        String message = "'" + op.symbol() + "' needs numbers, found " + type.text() + " on each side";
        String help = "compare them with == or !=";
        report(CheckCode.WRONG_TYPE, left.span().to(right.span()), message, "these have no order", help);
    }

    void branchesDiffer(Expr.Conditional expr, ValueType whenTrue, ValueType whenFalse) {
        String message =
                "both branches of ?: must be of one type, found " + whenTrue.text() + " and " + whenFalse.text();
        report(CheckCode.WRONG_TYPE, expr.whenFalse().span(), message, "this is " + whenFalse.text(), "");
    }

    void noValuePerEvent(Expr expr, String what, String help) {
        report(
                CheckCode.NO_SINGLE_VALUE,
                expr.span(),
                "found " + what + " where one value is expected",
                "this is " + what,
                help);
    }

    void notConstant(Expr expr) {
        String help = "write a number, a unit, a param, or a formula of them";
        report(
                CheckCode.NOT_CONSTANT,
                expr.span(),
                "the value must be known before events are read",
                "varies with the event or the run",
                help);
    }

    void tooDeep(Expr expr, int limit) {
        String message = "expression is nested deeper than " + limit + " levels";
        report(CheckCode.NESTED_TOO_DEEPLY, expr.span(), message, "", "give parts of it a name with define");
    }

    void comparesWithNan(Span span) {
        String message = "a comparison with nan is always false";
        report(CheckCode.COMPARES_WITH_NAN, span, message, "never holds", "write isnan(x)");
    }

    private static String suggest(String word, List<String> candidates) {
        return Suggestions.closest(word, candidates, 2).stream()
                .map(name -> "'" + name + "'")
                .reduce((a, b) -> a + " or " + b)
                .map(found -> "did you mean " + found + "?")
                .orElse("");
    }

    private static String convert(ValueType expected, ValueType found) {
        if (found == ValueType.NUMBERS && !expected.isList()) {
            String help = "take an element, as in jet_pt[0], or a number of the whole list, such as max(jet_pt)";
            return expected == ValueType.NUMBER ? help : "compare it, and ask for any(...), all(...) or count(...)";
        }
        if (found == ValueType.BOOLEANS && !expected.isList()) {
            return expected == ValueType.NUMBER
                    ? "count(...) tells how many of them hold"
                    : "ask for any(...) or all(...) of them";
        }
        if (expected == ValueType.BOOLEAN && found == ValueType.NUMBER) {
            return "compare it, as in x > 0";
        }
        if (expected == ValueType.NUMBER && found == ValueType.BOOLEAN) {
            return "write c ? 1 : 0 for 1 where c holds, or count_true(c1, c2, ...) to count conditions";
        }
        return "";
    }

    private void report(CheckCode code, Span span, String message, String label, String help) {
        out.add(code.at(span, message, label, help));
    }
}

package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.UnitConversion;
import hep.winnow.core.expr.Units;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Suggestions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what stands for the inputs of a loaded model among columns and defines, and tells what is wrong with it. */
final class InputFinder {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;

    InputFinder(Symbols symbols, Resolver resolver, List<Diagnostic> out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
    }

    /** Returns what the macro says that an input is; empty if that is no number per event, which is reported. */
    Optional<TypedExpr> given(String input, Expr expression) {
        return resolver.typed(expression).filter(t -> isNumber(input, t, expression.span()));
    }

    /** Returns the column, or define, of that name; no model. */
    Optional<TypedExpr> named(String name, Span place) {
        return symbols.value(new Expr.NameRef(name, false, place))
                .filter(v -> References.models(v).isEmpty());
    }

    /** Returns what a formula over columns means here; what is wrong with it goes to {@code problems}. */
    Optional<TypedExpr> computed(String input, String formula, List<Diagnostic> problems) {
        return Parser.parseExpression("input " + input, formula, problems)
                .filter(e -> hasColumnsAlone(e, problems))
                .flatMap(e -> resolver.typed(e, symbols, problems));
    }

    /** A formula from elsewhere knows no units: where there is no column {@code m}, it is not the metre. */
    private boolean hasColumnsAlone(Expr expr, List<Diagnostic> problems) {
        if (expr instanceof Expr.NameRef name
                && Units.value(name.name()).isPresent()
                && symbols.value(name).isEmpty()) {
            problems.add(CheckCode.UNKNOWN_NAME.at(name.span(), "unknown column '" + name.name() + "'", ""));
            return false;
        }
        return SyntaxTree.children(expr).stream().allMatch(c -> hasColumnsAlone(c, problems));
    }

    /** Tells whether an input is one number per event; if not, this is reported. */
    boolean isNumber(String input, TypedExpr found, Span place) {
        if (found.type() != ValueType.STRING && !found.type().isList()) {
            return true;
        }
        out.add(CheckCode.MODEL_INPUT.at(
                place,
                "the model needs '" + input + "', which is " + found.type().text() + " here",
                "set its type where it is read, or define it as a number"));
        return false;
    }

    /** A column that has another name now may be defined by its old one; a formula should be what it was. */
    void warnOfChange(String input, String formula, TypedExpr found, Span place) {
        if (!(found instanceof TypedExpr.Named) || formula.equals(input)) {
            return;
        }
        String text = ExprText.print(found);
        if (!text.equals(formula)) {
            out.add(CheckCode.OTHER_INPUT.at(
                    place,
                    "'" + input + "' is defined as " + text + ", and was " + formula + " when the model was trained",
                    "define it as it was, or be sure that it means the same"));
        }
    }

    /** Returns an input in the unit that the model knows it in; empty if it is in one that cannot be converted, which is reported. */
    Optional<TypedExpr> inUnit(String input, TypedExpr found, String wanted, Span place) {
        if (!hasOneUnit(input, found, place)) {
            return Optional.empty();
        }
        String unit = unit(found);
        if (wanted.isEmpty() || unit.isEmpty() || unit.equals(wanted)) {
            return Optional.of(found);
        }
        Optional<TypedExpr> converted = UnitConversion.convert(found, unit, wanted);
        if (converted.isPresent()) {
            out.add(CheckCode.CONVERTED_INPUT.at(
                    place,
                    "'" + input + "' is in " + unit + " here, and was in " + wanted
                            + " when the model was trained: it is converted",
                    ""));
            return converted;
        }
        if (UnitConversion.isKnown(unit) && UnitConversion.isKnown(wanted)) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the model needs '" + input + "' in " + wanted + ", it is in " + unit + " here",
                    "say what it is by inputs=[" + input + " = FORMULA], or read it with its right unit"));
            return Optional.empty();
        }
        out.add(CheckCode.OTHER_INPUT.at(
                place,
                "'" + input + "' is in '" + unit + "' here, and was in '" + wanted + "' when the model was trained",
                "be sure that both mean the same, or say what it is by inputs=[" + input + " = FORMULA]"));
        return Optional.of(found);
    }

    /** The samples of a macro may have a column in different units, which no model can know. */
    private boolean hasOneUnit(String input, TypedExpr found, Span place) {
        for (String column : References.columns(found)) {
            Set<String> units = new LinkedHashSet<>();
            symbols.samples().forEach(s -> s.column(column).ifPresent(c -> units.add(c.unit())));
            units.remove("");
            if (units.size() > 1) {
                out.add(CheckCode.MODEL_INPUT.at(
                        place,
                        "the model needs '" + input + "', whose column '" + column + "' is in "
                                + String.join(" and ", units) + " in different samples",
                        "bring them to one unit before: no model can tell them apart"));
                return false;
            }
        }
        return true;
    }

    private static String unit(TypedExpr found) {
        if (found instanceof TypedExpr.Named named) {
            return named.unit();
        }
        return found instanceof TypedExpr.Input column ? column.unit() : "";
    }

    /** Returns those of some columns that no sample has. */
    List<String> lacking(List<String> columns) {
        return columns.stream().filter(c -> symbols.column(c).isEmpty()).toList();
    }

    /** Returns names that may be meant by columns that are not there, as the end of a sentence; empty if there are none. */
    String nearest(List<String> lacking) {
        List<String> near = lacking.stream()
                .flatMap(c ->
                        Suggestions.nearest(c, symbols.expressionNames())
                                .map(n -> "'" + n + "' for '" + c + "'")
                                .stream())
                .toList();
        return near.isEmpty() ? "" : "; is it " + String.join(", ", near) + "?";
    }
}

package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.Quoting;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** Values that a host gives a macro: numbers, strings, booleans, and lists of them. */
final class HostValues {
    private HostValues() {}

    /**
     * Returns a value as a macro would write it, at a place; a string is taken as it is, with no param put in.
     *
     * @throws IllegalArgumentException for a value of another type
     */
    static Expr expr(Object value, Span place) {
        if (value instanceof Boolean truth) {
            return new Expr.BooleanLiteral(truth, place);
        }
        if (value instanceof Number number) {
            boolean isInteger = !(number instanceof Double) && !(number instanceof Float);
            return new Expr.NumberLiteral(number.doubleValue(), isInteger, text(value), place);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return new Expr.StringLiteral(value.toString(), place);
        }
        if (value instanceof List<?> list) {
            return new Expr.ListLiteral(list.stream().map(v -> expr(v, place)).toList(), place);
        }
        throw new IllegalArgumentException("a macro takes numbers, strings, booleans and lists of them, found "
                + value.getClass().getName());
    }

    /** Tells whether a value is to be read as a macro's text: strings where the param has none by default, such as the names of columns. */
    static boolean isText(Object value, Expr usual) {
        if (value instanceof CharSequence) {
            return !(usual instanceof Expr.StringLiteral);
        }
        return value instanceof List<?> list
                && list.stream().anyMatch(CharSequence.class::isInstance)
                && !(usual instanceof Expr.StringLiteral)
                && !(usual instanceof Expr.ListLiteral items
                        && items.items().stream().anyMatch(Expr.StringLiteral.class::isInstance));
    }

    /** Returns the text that a value is to be read as. */
    static String formula(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(HostValues::formula).collect(Collectors.joining(", ", "[", "]"))
                : text(value);
    }

    /** Returns a value as text, for records. */
    static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Numbers.text(((Number) value).doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(v -> v instanceof CharSequence ? Quoting.string(v.toString()) : text(v))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }
}

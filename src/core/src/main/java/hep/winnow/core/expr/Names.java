package hep.winnow.core.expr;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lookup.LookupTable;
import java.util.List;
import java.util.Optional;

/**
 * What names mean where an expression stands. An empty answer means that there is no such thing: the compiler then reports
 * it. For a thing that has been reported already, answer {@link TypedExpr.Broken}.
 */
public interface Names {
    /** Returns what a lone name stands for: a column, define, model, param. Asked before units and constants. */
    Optional<TypedExpr> name(Expr.NameRef ref);

    /** Returns what {@code a.b} stands for. */
    default Optional<TypedExpr> field(Expr.Field field) {
        return Optional.empty();
    }

    /** Returns what {@code a[i]} stands for. */
    default Optional<TypedExpr> index(Expr.Index index) {
        return Optional.empty();
    }

    /** Returns what a call stands for; asked before functions of events are tried. */
    default Optional<TypedExpr> call(Expr.Call call) {
        return Optional.empty();
    }

    /** Returns the lookup table of that name, which is called like a function. */
    default Optional<LookupTable> table(String name) {
        return Optional.empty();
    }

    /** Returns the names of the lookup tables, for "did you mean". */
    default List<String> tables() {
        return List.of();
    }

    /** Returns a string with its params put in. */
    default Optional<String> text(Expr.StringLiteral literal) {
        return Optional.of(literal.value());
    }

    /** Returns all names that {@link #name} knows, for "did you mean". */
    List<String> candidates();

    /** Returns the label under the caret of an unknown name, such as "no such column or define in sig, bkg". */
    String where();
}

package hep.winnow.core.run;

import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.ScopeDecl;
import java.util.List;

/**
 * Values of expressions for the events of a scope.
 *
 * @param scope the events
 * @param columns the expressions
 * @param weighting which weights
 */
record Query(ScopeDecl scope, List<TypedExpr> columns, Weighting weighting) {
    Query {
        columns = List.copyOf(columns);
    }

    /** Asks for physical weights. */
    Query(ScopeDecl scope, List<TypedExpr> columns) {
        this(scope, columns, Weighting.PHYSICAL);
    }
}

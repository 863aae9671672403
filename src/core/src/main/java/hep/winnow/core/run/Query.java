package hep.winnow.core.run;

import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.ScopeDecl;
import java.util.List;

/**
 * Values of expressions for the events of a scope.
 *
 * @param scope the events
 * @param columns the expressions
 */
record Query(ScopeDecl scope, List<TypedExpr> columns) {
    Query {
        columns = List.copyOf(columns);
    }
}

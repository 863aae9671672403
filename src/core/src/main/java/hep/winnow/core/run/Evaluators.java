package hep.winnow.core.run;

import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import java.util.IdentityHashMap;
import java.util.List;

/** Evaluators of what is asked of every block of a sample, such as its weight: each made once. Safe for several threads. */
final class Evaluators {
    /** By identity: expressions that look alike may be about different samples. */
    private final IdentityHashMap<TypedExpr, Evaluator> made = new IdentityHashMap<>();

    /** Returns the evaluator whose only root is an expression. */
    synchronized Evaluator of(TypedExpr expr) {
        return made.computeIfAbsent(expr, e -> new Evaluator(List.of(e)));
    }
}

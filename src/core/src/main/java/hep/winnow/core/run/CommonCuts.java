package hep.winnow.core.run;

import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.CutDecl;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The cuts that come first for whatever several queries compute, and that cost little: an event that fails them need not be looked at again.
 *
 * <p>Lists of different lengths are an error of any event, whether or not it passes; where there are lists, no cut comes first.
 */
final class CommonCuts {
    private static final Set<String> CHEAP = Set.of("abs", "sqrt", "min", "max", "floor", "ceil", "round", "sign");

    private CommonCuts() {}

    /** Returns the first cuts that all these queries have in common; those that only count events within them do not matter. */
    static List<CutDecl> of(List<Query> queries) {
        boolean hasLists = queries.stream()
                .flatMap(q -> java.util.stream.Stream.concat(
                        q.columns().stream(), q.scope().cuts().stream().map(CutDecl::condition)))
                .anyMatch(root -> any(root, node -> node.type().isList()));
        if (hasLists) {
            return List.of();
        }
        List<CutDecl> common = queries.stream()
                .filter(q -> !q.columns().isEmpty())
                .findFirst()
                .map(q -> q.scope().cuts())
                .orElse(List.of());
        for (Query query : queries) {
            int same = same(common, query.scope().cuts());
            if (!query.columns().isEmpty() || same < query.scope().cuts().size()) {
                common = common.subList(0, same);
            }
        }
        int cheap = 0;
        while (cheap < common.size() && isCheap(common.get(cheap).condition())) {
            cheap++;
        }
        return List.copyOf(common.subList(0, cheap));
    }

    private static int same(List<CutDecl> a, List<CutDecl> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
            n++;
        }
        return n;
    }

    private static boolean isCheap(TypedExpr condition) {
        return !any(
                condition,
                node -> node instanceof TypedExpr.Call call
                                && !CHEAP.contains(call.function().name())
                        || node instanceof TypedExpr.Input input && !(input.key() instanceof Columns.ColumnKey));
    }

    /** Tells whether any node of an expression is such a one; each is asked once, however often it is used. */
    private static boolean any(TypedExpr root, Predicate<TypedExpr> isWanted) {
        Set<TypedExpr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<TypedExpr> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            TypedExpr node = open.pop();
            if (isWanted.test(node)) {
                return true;
            }
            for (TypedExpr child : node.children()) {
                if (seen.add(child)) {
                    open.push(child);
                }
            }
        }
        return false;
    }
}

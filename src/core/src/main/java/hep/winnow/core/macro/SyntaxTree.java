package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What all expressions have in common: their parts, and how many there are. Not safe for several threads. */
final class SyntaxTree {
    /** Extents of what lets and params stand for. */
    private final IdentityHashMap<Expr, Extent> known = new IdentityHashMap<>();

    /**
     * The extent of a tree.
     *
     * @param size number of nodes, shared ones counted each time they stand in it
     * @param depth nodes on the longest way down
     */
    record Extent(long size, int depth) {}

    /** Returns the parts of an expression, in order. */
    static List<Expr> children(Expr expr) {
        if (expr instanceof Expr.ListLiteral list) {
            return list.items();
        }
        if (expr instanceof Expr.Unary unary) {
            return List.of(unary.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expr instanceof Expr.Comparison comparison) {
            return comparison.operands();
        }
        if (expr instanceof Expr.Conditional choice) {
            return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
        }
        if (expr instanceof Expr.RangeExpr range) {
            return List.of(range.low(), range.high());
        }
        if (expr instanceof Expr.Call call) {
            List<Expr> all = new ArrayList<>(call.arguments());
            for (OptionArg option : call.named()) {
                all.add(option.value());
            }
            return all;
        }
        if (expr instanceof Expr.Index index) {
            return List.of(index.target(), index.index());
        }
        if (expr instanceof Expr.Field field) {
            return List.of(field.target());
        }
        return expr instanceof Expr.Pair pair ? List.of(pair.value()) : List.of();
    }

    /** Returns the extent of a tree; parts that are shared are looked at once. */
    Extent extent(Expr expr) {
        Extent found = known.get(expr);
        if (found == null) {
            long size = 1;
            int depth = 0;
            for (Expr child : children(expr)) {
                Extent part = extent(child);
                size += part.size();
                depth = Math.max(depth, part.depth());
            }
            found = new Extent(size, depth + 1);
            known.put(expr, found);
        }
        return found;
    }
}

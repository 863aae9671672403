package hep.winnow.core.macro;

import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr.CompareOp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts NaN in the place of values that mean "missing", as a model's training did, whatever the macro at hand says of them. */
final class Sentinels implements TypedExpr.Visitor<TypedExpr> {
    private final Map<String, List<Double>> sentinels;
    private final IdentityHashMap<TypedExpr, TypedExpr> done = new IdentityHashMap<>();

    private Sentinels(Map<String, List<Double>> sentinels) {
        this.sentinels = sentinels;
    }

    /** Returns the expression over columns of which the given values are missing. */
    static TypedExpr apply(TypedExpr expr, Map<String, List<Double>> sentinels) {
        if (sentinels.values().stream().allMatch(List::isEmpty)) {
            return expr;
        }
        return new Sentinels(sentinels).rewrite(expr);
    }

    /** Rewrites operands before what they stand in, without recursion: a chain of defines may be longer than the stack. */
    private TypedExpr rewrite(TypedExpr root) {
        Deque<TypedExpr> open = new ArrayDeque<>();
        open.push(root.unwrap());
        while (!open.isEmpty()) {
            TypedExpr node = open.peek();
            int before = open.size();
            for (TypedExpr child : node.children()) {
                if (!done.containsKey(child.unwrap())) {
                    open.push(child.unwrap());
                }
            }
            if (open.size() == before) {
                open.pop();
                if (!done.containsKey(node)) {
                    done.put(node, node.accept(this));
                }
            }
        }
        return made(root);
    }

    private TypedExpr made(TypedExpr node) {
        return Objects.requireNonNull(done.get(node.unwrap()), "operands come first");
    }

    private List<TypedExpr> made(List<TypedExpr> nodes) {
        return nodes.stream().map(this::made).toList();
    }

    @Override
    public TypedExpr constant(TypedExpr.Constant node) {
        return node;
    }

    @Override
    public TypedExpr input(TypedExpr.Input node) {
        if (!(node.key() instanceof Columns.ColumnKey) || node.type().element() != ValueType.NUMBER) {
            return node;
        }
        TypedExpr out = node;
        for (double sentinel : sentinels.getOrDefault(node.name(), List.of())) {
            TypedExpr isMissing =
                    new TypedExpr.Compare(List.of(node, TypedExpr.Constant.of(sentinel)), List.of(CompareOp.EQUAL));
            out = new TypedExpr.Select(isMissing, TypedExpr.Constant.of(Double.NaN), out);
        }
        return out;
    }

    @Override
    public TypedExpr scalar(TypedExpr.Scalar node) {
        return node;
    }

    @Override
    public TypedExpr named(TypedExpr.Named node) {
        return made(node);
    }

    @Override
    public TypedExpr unary(TypedExpr.Unary node) {
        return new TypedExpr.Unary(node.op(), made(node.operand()));
    }

    @Override
    public TypedExpr binary(TypedExpr.Binary node) {
        return new TypedExpr.Binary(node.op(), made(node.left()), made(node.right()));
    }

    @Override
    public TypedExpr compare(TypedExpr.Compare node) {
        return new TypedExpr.Compare(made(node.operands()), node.ops());
    }

    @Override
    public TypedExpr logic(TypedExpr.Logic node) {
        return new TypedExpr.Logic(node.op(), made(node.left()), made(node.right()));
    }

    @Override
    public TypedExpr select(TypedExpr.Select node) {
        return new TypedExpr.Select(made(node.condition()), made(node.whenTrue()), made(node.whenFalse()));
    }

    @Override
    public TypedExpr call(TypedExpr.Call node) {
        return new TypedExpr.Call(node.function(), made(node.arguments()));
    }

    @Override
    public TypedExpr listCall(TypedExpr.ListCall node) {
        return new TypedExpr.ListCall(node.function(), made(node.arguments()));
    }

    @Override
    public TypedExpr lookup(TypedExpr.Lookup node) {
        return new TypedExpr.Lookup(node.table(), node.field(), made(node.arguments()));
    }
}

package hep.winnow.core.hist;

import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.CutDecl;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One requirement of a region: a cut, or one of the conditions that a cut joins by {@code and}.
 *
 * @param cut that it stands in
 * @param condition what it asks
 * @param text of the condition
 * @param variable what it compares with numbers; empty if it does anything else
 * @param bounds the numbers, in order
 */
record CutTerm(CutDecl cut, TypedExpr condition, String text, Optional<ColumnExpression> variable, List<Bound> bounds) {
    CutTerm {
        bounds = List.copyOf(bounds);
    }

    /**
     * A number that the variable is compared with.
     *
     * @param op the comparison, the variable on its left
     * @param number the same for all events
     */
    record Bound(CompareOp op, TypedExpr number) {}

    /** Returns the requirements of a region, in order. */
    static List<CutTerm> of(ScopeDecl region) {
        List<CutTerm> out = new ArrayList<>();
        for (CutDecl cut : region.cuts()) {
            for (TypedExpr condition : conditions(cut.condition())) {
                out.add(of(cut, condition));
            }
        }
        return out;
    }

    /** Returns the conditions that are joined by {@code and}, in order. */
    private static List<TypedExpr> conditions(TypedExpr expr) {
        if (expr.unwrap() instanceof TypedExpr.Logic logic
                && logic.op() == BinaryOp.AND
                && !logic.type().isList()) {
            List<TypedExpr> out = new ArrayList<>(conditions(logic.left()));
            out.addAll(conditions(logic.right()));
            return out;
        }
        return new ArrayList<>(List.of(expr));
    }

    private static CutTerm of(CutDecl cut, TypedExpr condition) {
        String text = ExprText.spelled(condition);
        if (condition.unwrap() instanceof TypedExpr.Compare compare && areNumbers(compare)) {
            Optional<TypedExpr> variable = variable(compare);
            if (variable.isPresent()) {
                return new CutTerm(cut, condition, text, variable.map(CutTerm::expression), bounds(compare));
            }
        }
        return new CutTerm(cut, condition, text, Optional.empty(), List.of());
    }

    private static boolean areNumbers(TypedExpr.Compare compare) {
        return compare.operands().stream().allMatch(o -> o.type() == ValueType.NUMBER);
    }

    /** Returns what is compared with numbers; of two values that are compared with each other, their difference. */
    private static Optional<TypedExpr> variable(TypedExpr.Compare compare) {
        List<TypedExpr> values = compare.operands().stream()
                .filter(o -> !Thresholds.isConstant(o))
                .toList();
        if (values.size() == 1) {
            return Optional.of(values.get(0));
        }
        return values.size() == 2 && compare.ops().size() == 1
                ? Optional.of(new TypedExpr.Binary(BinaryOp.SUBTRACT, values.get(0), values.get(1)))
                : Optional.empty();
    }

    private static ColumnExpression expression(TypedExpr variable) {
        return new ColumnExpression(name(variable), variable, unit(variable));
    }

    private static String name(TypedExpr variable) {
        if (variable instanceof TypedExpr.Named named) {
            return named.name();
        }
        return variable instanceof TypedExpr.Input input ? input.name() : ExprText.spelled(variable);
    }

    private static String unit(TypedExpr variable) {
        if (variable instanceof TypedExpr.Named named) {
            return named.unit();
        }
        return variable instanceof TypedExpr.Input input ? input.unit() : "";
    }

    private static List<Bound> bounds(TypedExpr.Compare compare) {
        List<Bound> out = new ArrayList<>();
        for (int i = 0; i < compare.ops().size(); i++) {
            TypedExpr left = compare.operands().get(i);
            TypedExpr right = compare.operands().get(i + 1);
            CompareOp op = compare.ops().get(i);
            if (Thresholds.isConstant(right)) {
                out.add(new Bound(op, right));
            } else if (Thresholds.isConstant(left)) {
                out.add(new Bound(Thresholds.turned(op), left));
            } else {
                out.add(new Bound(op, TypedExpr.Constant.of(0)));
            }
        }
        return out;
    }

    /** Returns the events of a region that meet all its requirements but this one. */
    ScopeDecl others(ScopeDecl region) {
        List<CutDecl> kept = new ArrayList<>();
        for (CutDecl other : region.cuts()) {
            if (other.equals(cut)) {
                rest().ifPresent(r -> kept.add(new CutDecl(cut.label(), r, cut.region())));
            } else {
                kept.add(other);
            }
        }
        return region.withCuts(kept);
    }

    @SuppressWarnings("ReferenceEquality") // nodes are told apart by identity
    private boolean isCondition(TypedExpr other) {
        return other == condition;
    }

    private Optional<TypedExpr> rest() {
        Optional<TypedExpr> out = Optional.empty();
        for (TypedExpr other : conditions(cut.condition())) {
            if (!isCondition(other)) {
                out = Optional.of(out.isEmpty() ? other : new TypedExpr.Logic(BinaryOp.AND, out.get(), other));
            }
        }
        return out;
    }
}

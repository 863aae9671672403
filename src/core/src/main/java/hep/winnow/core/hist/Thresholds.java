package hep.winnow.core.hist;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.macro.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What comparisons of a variable with numbers say of it. */
final class Thresholds {
    private Thresholds() {}

    /** A range of a variable; ends may be infinite. Whether an end belongs to it is not told. */
    record Range(double low, double high) {
        Optional<Range> and(Range other) {
            double from = Math.max(low, other.low);
            double to = Math.min(high, other.high);
            return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
        }
    }

    /** Tells whether an expression is one number for all events. */
    static boolean isConstant(TypedExpr expr) {
        return expr.type() == ValueType.NUMBER && References.inputs(expr).isEmpty();
    }

    /** Returns the number that an expression is for all events: NaN for functions, which are folded where their arguments are numbers. */
    static double value(TypedExpr expr, ToDoubleFunction<TypedExpr.Scalar> scalars) {
        TypedExpr node = expr.unwrap();
        if (node instanceof TypedExpr.Constant constant) {
            return constant.number();
        }
        if (node instanceof TypedExpr.Scalar scalar) {
            return scalars.applyAsDouble(scalar);
        }
        if (node instanceof TypedExpr.Unary unary && unary.op() == UnaryOp.NEGATE) {
            return -value(unary.operand(), scalars);
        }
        if (node instanceof TypedExpr.Binary binary) {
            double a = value(binary.left(), scalars);
            double b = value(binary.right(), scalars);
            return switch (binary.op()) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                default -> Double.NaN;
            };
        }
        return Double.NaN;
    }

    /** Tells whether two expressions are the same: one node, or of one text when defines are written out. */
    @SuppressWarnings("ReferenceEquality") // a node that is shared is told without writing it out
    static boolean isSame(TypedExpr a, TypedExpr b) {
        if (a.unwrap() == b.unwrap()) {
            return true;
        }
        try {
            return ExprText.print(a).equals(ExprText.print(b));
        } catch (UserError tooLong) {
            return false;
        }
    }

    /**
     * Returns where a condition on one variable holds: ranges that may overlap. Empty if the condition asks for anything else.
     *
     * @param condition of comparisons with numbers, joined by {@code and} and {@code or}
     * @param variable that it is to be about
     * @param scalars values of numbers that other statements find
     */
    static Optional<List<Range>> ranges(
            TypedExpr condition, TypedExpr variable, ToDoubleFunction<TypedExpr.Scalar> scalars) {
        TypedExpr node = condition.unwrap();
        if (node instanceof TypedExpr.Compare compare) {
            return compared(compare, variable, scalars);
        }
        if (!(node instanceof TypedExpr.Logic logic)) {
            return Optional.empty();
        }
        Optional<List<Range>> left = ranges(logic.left(), variable, scalars);
        Optional<List<Range>> right = ranges(logic.right(), variable, scalars);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        List<Range> out = new ArrayList<>();
        if (logic.op() == BinaryOp.OR) {
            out.addAll(left.get());
            out.addAll(right.get());
        } else {
            left.get().forEach(a -> right.get().forEach(b -> a.and(b).ifPresent(out::add)));
        }
        return Optional.of(out);
    }

    private static Optional<List<Range>> compared(
            TypedExpr.Compare compare, TypedExpr variable, ToDoubleFunction<TypedExpr.Scalar> scalars) {
        Range range = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int i = 0; i < compare.ops().size(); i++) {
            TypedExpr left = compare.operands().get(i);
            TypedExpr right = compare.operands().get(i + 1);
            boolean isLeft = isSame(left, variable) && isConstant(right);
            if (!isLeft && !(isSame(right, variable) && isConstant(left))) {
                return Optional.empty();
            }
            CompareOp op = isLeft ? compare.ops().get(i) : turned(compare.ops().get(i));
            double at = value(isLeft ? right : left, scalars);
            if (Double.isNaN(at) || op == CompareOp.NOT_EQUAL) {
                return Optional.empty();
            }
            Optional<Range> both = range.and(range(op, at));
            if (both.isEmpty()) {
                return Optional.of(List.of());
            }
            range = both.get();
        }
        return Optional.of(List.of(range));
    }

    private static Range range(CompareOp op, double at) {
        return switch (op) {
            case LESS, LESS_EQUAL -> new Range(Double.NEGATIVE_INFINITY, at);
            case GREATER, GREATER_EQUAL -> new Range(at, Double.POSITIVE_INFINITY);
            default -> new Range(at, at);
        };
    }

    /** Returns the comparison with its sides changed: a &lt; b is b &gt; a. */
    static CompareOp turned(CompareOp op) {
        return switch (op) {
            case LESS -> CompareOp.GREATER;
            case LESS_EQUAL -> CompareOp.GREATER_EQUAL;
            case GREATER -> CompareOp.LESS;
            case GREATER_EQUAL -> CompareOp.LESS_EQUAL;
            default -> op;
        };
    }
}

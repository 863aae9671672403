package hep.winnow.core.expr;

import hep.winnow.core.expr.TypedExpr.Constant;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import java.util.List;

/** Computes what is the same for all events once and for all. It uses the evaluator, so that folding never changes a bit. */
final class Folding {
    private Folding() {}

    /** Returns the node, or what is left of it: a constant if all its operands are, one side of a decided condition. */
    static TypedExpr fold(TypedExpr node) {
        if (node instanceof TypedExpr.Logic logic && logic.left().unwrap() instanceof Constant left) {
            boolean isDecided = left.isTrue() == (logic.op() == BinaryOp.OR);
            return keepingLists(node, isDecided ? left : logic.right());
        }
        if (node instanceof TypedExpr.Select select && select.condition().unwrap() instanceof Constant condition) {
            return keepingLists(node, condition.isTrue() ? select.whenTrue() : select.whenFalse());
        }
        if (node instanceof TypedExpr.Unary unary
                && unary.op() == UnaryOp.NEGATE
                && unary.operand().unwrap() instanceof Constant constant) {
            return negate(constant);
        }
        List<TypedExpr> children = node.children();
        boolean isConstant =
                !children.isEmpty() && children.stream().allMatch(child -> child.unwrap() instanceof Constant);
        return isConstant ? evaluate(node) : node;
    }

    /** A list of a constant per element does not become that constant. */
    private static TypedExpr keepingLists(TypedExpr node, TypedExpr left) {
        return node.type() == left.type() ? left : node;
    }

    /** Keeps the digits of an integer that no double holds. */
    private static Constant negate(Constant constant) {
        String text = constant.text();
        String negated = text.isEmpty() ? "" : text.startsWith("-") ? text.substring(1) : "-" + text;
        return new Constant(ValueType.NUMBER, -constant.number(), negated);
    }

    /** A comparison with nan is left as it is, so that its events are told. */
    private static TypedExpr evaluate(TypedExpr node) {
        Evaluator.Result result = new Evaluator(List.of(node))
                .evaluate(
                        1,
                        input -> {
                            throw notConstant(input);
                        },
                        scalar -> {
                            throw notConstant(scalar);
                        });
        if (result.touchedMissing(0).length > 0) {
            return node;
        }
        return switch (node.type()) {
            case NUMBER -> Constant.of(result.numbers(0)[0]);
            case BOOLEAN -> Constant.of(result.mask(0)[0]);
            case STRING -> Constant.of(result.strings(0)[0]);
            default -> node;
        };
    }

    private static IllegalStateException notConstant(TypedExpr node) {
        return new IllegalStateException("a constant asked for " + node);
    }
}

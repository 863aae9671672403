package hep.winnow.core.expr;

import hep.winnow.core.expr.TypedExpr.Binary;
import hep.winnow.core.expr.TypedExpr.Call;
import hep.winnow.core.expr.TypedExpr.Compare;
import hep.winnow.core.expr.TypedExpr.Constant;
import hep.winnow.core.expr.TypedExpr.Input;
import hep.winnow.core.expr.TypedExpr.ListCall;
import hep.winnow.core.expr.TypedExpr.Logic;
import hep.winnow.core.expr.TypedExpr.Named;
import hep.winnow.core.expr.TypedExpr.Scalar;
import hep.winnow.core.expr.TypedExpr.Select;
import hep.winnow.core.expr.TypedExpr.Unary;
import hep.winnow.core.lang.Expr.BinaryOp;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes the instruction of a node whose operands have their slots. */
final class InstructionMaker implements TypedExpr.Visitor<Instruction> {
    private final ToIntFunction<TypedExpr> slot;

    InstructionMaker(ToIntFunction<TypedExpr> slot) {
        this.slot = slot;
    }

    @Override
    public Instruction constant(Constant node) {
        return new LeafInstructions.OfConstant(node);
    }

    @Override
    public Instruction input(Input node) {
        return new LeafInstructions.OfInput(node);
    }

    @Override
    public Instruction scalar(Scalar node) {
        return new LeafInstructions.OfScalar(node);
    }

    @Override
    public Instruction named(Named node) {
        throw new IllegalStateException("a define has the slot of its body");
    }

    @Override
    public Instruction unary(Unary node) {
        int operand = slot.applyAsInt(node.operand());
        return switch (node.op()) {
            case NEGATE -> new NumberInstructions.Negate(operand);
            case NOT -> new LogicInstructions.Not(operand);
        };
    }

    @Override
    public Instruction binary(Binary node) {
        return new NumberInstructions.Arithmetic(
                node.op(), slot.applyAsInt(node.left()), slot.applyAsInt(node.right()));
    }

    @Override
    public Instruction compare(Compare node) {
        ValueType type = node.operands().get(0).type().element();
        return new CompareInstruction(type, slots(node.operands()), node.ops(), node.operands());
    }

    @Override
    public Instruction logic(Logic node) {
        return new LogicInstructions.Connect(
                node.op() == BinaryOp.AND, slot.applyAsInt(node.left()), slot.applyAsInt(node.right()));
    }

    @Override
    public Instruction select(Select node) {
        return new LogicInstructions.Choose(
                node.type(),
                slot.applyAsInt(node.condition()),
                slot.applyAsInt(node.whenTrue()),
                slot.applyAsInt(node.whenFalse()));
    }

    @Override
    public Instruction call(Call node) {
        return new NumberInstructions.Apply(node.function(), slots(node.arguments()));
    }

    @Override
    public Instruction listCall(ListCall node) {
        return node.function().instruction(slots(node.arguments()), node.arguments());
    }

    @Override
    public Instruction lookup(TypedExpr.Lookup node) {
        return new LookupInstruction(node.table(), node.field(), slots(node.arguments()));
    }

    private int[] slots(List<TypedExpr> operands) {
        return operands.stream().mapToInt(slot).toArray();
    }
}

package hep.winnow.core.expr;

import hep.winnow.api.function.EventFunction;
import hep.winnow.core.lang.Expr.BinaryOp;

/** What yields numbers, and conditions of functions. */
final class NumberInstructions {
    private NumberInstructions() {}

    record Negate(int operand) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, operand);
            ArithmeticLoops.negate(frame.numbers(operand), shape.size(), frame.newNumbers(slot));
            frame.setTouched(slot, frame.touched(operand));
        }
    }

    record Arithmetic(BinaryOp op, int left, int right) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, left, right);
            int n = shape.size();
            if (frame.isUniform(right)) {
                double[] a = frame.numbers(left);
                ArithmeticLoops.apply(op, a, frame.uniform(right), n, frame.newNumbers(slot));
            } else if (frame.isUniform(left) && op == BinaryOp.SUBTRACT) {
                ArithmeticLoops.subtractFrom(frame.uniform(left), frame.numbers(right), n, frame.newNumbers(slot));
            } else if (frame.isUniform(left) && op == BinaryOp.DIVIDE) {
                ArithmeticLoops.divideInto(frame.uniform(left), frame.numbers(right), n, frame.newNumbers(slot));
            } else if (frame.isUniform(left) && (op == BinaryOp.ADD || op == BinaryOp.MULTIPLY)) {
                ArithmeticLoops.apply(op, frame.numbers(right), frame.uniform(left), n, frame.newNumbers(slot));
            } else {
                double[] a = frame.numbers(left, shape);
                ArithmeticLoops.apply(op, a, frame.numbers(right, shape), n, frame.newNumbers(slot));
            }
            frame.setTouched(slot, Touch.ofAll(frame, shape, left, right));
        }
    }

    /** A call. A condition that the function cannot decide is NaN, and has met a missing value. */
    record Apply(EventFunction function, int[] operands) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, operands);
            double[][] arguments = new double[operands.length][];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = frame.numbers(operands[i], shape);
            }
            boolean[] touched = Touch.ofAll(frame, shape, operands);
            if (function.isCondition()) {
                double[] out = shape.borrowNumbers();
                function.apply(arguments, shape.size(), out);
                touched = Touch.or(touched, Touch.truth(out, shape.size(), frame.newMask(slot)));
                shape.giveBack(out);
            } else {
                function.apply(arguments, shape.size(), frame.newNumbers(slot));
            }
            frame.setTouched(slot, touched);
        }
    }
}

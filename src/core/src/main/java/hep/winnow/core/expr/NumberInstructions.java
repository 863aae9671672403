package hep.winnow.core.expr;

import hep.winnow.api.function.EventFunction;
import hep.winnow.core.lang.Expr.BinaryOp;

/** What yields numbers, and conditions of functions. */
final class NumberInstructions {
    private NumberInstructions() {}

    record Negate(int operand) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            ArithmeticLoops.negate(frame.numbers(operand), frame.size(), frame.newNumbers(slot));
            frame.setTouched(slot, frame.touched(operand));
        }
    }

    record Arithmetic(BinaryOp op, int left, int right) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            int n = frame.size();
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
                double[] a = frame.numbers(left);
                ArithmeticLoops.apply(op, a, frame.numbers(right), n, frame.newNumbers(slot));
            }
            frame.setTouched(slot, Touch.ofAll(frame, left, right));
        }
    }

    /** A call. A condition that the function cannot decide is NaN, and has met a missing value. */
    record Apply(EventFunction function, int[] operands) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            double[][] arguments = new double[operands.length][];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = frame.numbers(operands[i]);
            }
            boolean[] touched = Touch.ofAll(frame, operands);
            if (function.isCondition()) {
                double[] out = frame.borrowNumbers();
                function.apply(arguments, frame.size(), out);
                touched = Touch.or(touched, Touch.truth(out, frame.size(), frame.newMask(slot)));
                frame.giveBack(out);
            } else {
                function.apply(arguments, frame.size(), frame.newNumbers(slot));
            }
            frame.setTouched(slot, touched);
        }
    }
}

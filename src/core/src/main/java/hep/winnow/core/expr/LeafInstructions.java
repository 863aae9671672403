package hep.winnow.core.expr;

import hep.winnow.api.event.Column;

/** What has no operands. */
final class LeafInstructions {
    private LeafInstructions() {}

    record OfConstant(TypedExpr.Constant constant) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            frame.setUniform(slot, constant.number(), constant.text());
        }

        @Override
        public boolean isUniform() {
            return true;
        }
    }

    record OfScalar(TypedExpr.Scalar scalar) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            frame.setUniform(slot, scalar);
        }

        @Override
        public boolean isUniform() {
            return true;
        }
    }

    /** A condition that comes as numbers, because values are missing, is false for NaN, and has then met a missing value. */
    record OfInput(TypedExpr.Input input) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            frame.setInput(slot, input);
            if (input.type().element() == ValueType.BOOLEAN && !(frame.inputColumn(slot) instanceof Column.Booleans)) {
                int size = frame.shape(slot).size();
                frame.setTouched(slot, Touch.truth(frame.numbers(slot), size, frame.newMask(slot)));
            }
        }
    }
}

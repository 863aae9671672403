package hep.winnow.core.expr;

/** What asks conditions. */
final class LogicInstructions {
    private LogicInstructions() {}

    record Not(int operand) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, operand);
            boolean[] a = frame.mask(operand);
            boolean[] out = frame.newMask(slot);
            for (int i = 0; i < shape.size(); i++) {
                out[i] = !a[i];
            }
            frame.setTouched(slot, frame.touched(operand));
        }
    }

    /** {@code and} or {@code or}. The right side has no values if no event needs it. */
    record Connect(boolean isAnd, int left, int right) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, left, right);
            int n = shape.size();
            boolean[] a = frame.mask(left, shape);
            boolean[] out = frame.newMask(slot);
            boolean[] touched = Touch.ofAll(frame, shape, left);
            if (frame.isComputed(right)) {
                boolean[] b = frame.mask(right, shape);
                if (isAnd) {
                    and(a, b, n, out);
                } else {
                    or(a, b, n, out);
                }
                touched = Touch.or(touched, Touch.where(Touch.ofAll(frame, shape, right), a, isAnd));
            } else {
                System.arraycopy(a, 0, out, 0, n);
            }
            frame.setTouched(slot, touched);
        }

        @SuppressWarnings("ShortCircuitBoolean") // without branches
        private static void and(boolean[] a, boolean[] b, int n, boolean[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = a[i] & b[i];
            }
        }

        @SuppressWarnings("ShortCircuitBoolean") // without branches
        private static void or(boolean[] a, boolean[] b, int n, boolean[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = a[i] | b[i];
            }
        }
    }

    /** {@code ?:}. A branch has no values if no event needs it. */
    record Choose(ValueType type, int condition, int whenTrue, int whenFalse) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.join(slot, condition, whenTrue, whenFalse);
            boolean[] mask = frame.mask(condition, shape);
            int a = frame.isComputed(whenTrue) ? whenTrue : whenFalse;
            int b = frame.isComputed(whenFalse) ? whenFalse : whenTrue;
            switch (type.element()) {
                case BOOLEAN -> masks(mask, frame.mask(a, shape), frame.mask(b, shape), frame.newMask(slot));
                case STRING -> strings(mask, frame.strings(a, shape), frame.strings(b, shape), frame.newStrings(slot));
                default -> numbers(mask, frame.numbers(a, shape), frame.numbers(b, shape), frame.newNumbers(slot));
            }
            boolean[] ofBranches = Touch.or(
                    Touch.where(Touch.ofAll(frame, shape, whenTrue), mask, true),
                    Touch.where(Touch.ofAll(frame, shape, whenFalse), mask, false));
            frame.setTouched(slot, Touch.or(Touch.ofAll(frame, shape, condition), ofBranches));
        }

        private static void numbers(boolean[] mask, double[] a, double[] b, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = mask[i] ? a[i] : b[i];
            }
        }

        private static void masks(boolean[] mask, boolean[] a, boolean[] b, boolean[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = mask[i] ? a[i] : b[i];
            }
        }

        private static void strings(boolean[] mask, String[] a, String[] b, String[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = mask[i] ? a[i] : b[i];
            }
        }
    }
}

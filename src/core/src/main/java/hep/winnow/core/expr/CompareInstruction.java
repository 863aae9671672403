package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.core.lang.Expr.CompareOp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chained comparison. Numbers are compared as doubles, but for a column of longs beside whole numbers: a column of longs or ints, or a
 * whole constant.
 */
final class CompareInstruction implements Instruction {
    private static final double LONG_END = 0x1p63;

    private final ValueType type;
    private final int[] operands;
    private final List<CompareOp> ops;
    private final @Nullable Long[] wholeConstants;

    CompareInstruction(ValueType type, int[] operands, List<CompareOp> ops, List<TypedExpr> nodes) {
        this.type = type;
        this.operands = operands;
        this.ops = ops;
        this.wholeConstants = new Long[operands.length];
        for (int i = 0; i < operands.length; i++) {
            if (nodes.get(i).unwrap() instanceof TypedExpr.Constant constant) {
                wholeConstants[i] = whole(constant);
            }
        }
    }

    @Override
    public void run(Frame frame, int slot) {
        Shape shape = frame.join(slot, operands);
        int n = shape.size();
        boolean[] out = frame.newMask(slot);
        boolean[] touched = Touch.or(Touch.ofAll(frame, shape, operands), pair(frame, shape, 0, out));
        for (int k = 1; k < ops.size(); k++) {
            boolean[] next = shape.borrowMask();
            boolean[] missing = pair(frame, shape, k, next);
            touched = Touch.or(touched, Touch.where(missing, out, true));
            for (int i = 0; i < n; i++) {
                out[i] &= next[i];
            }
            shape.giveBack(next);
        }
        frame.setTouched(slot, touched);
    }

    /** Writes where neighbours {@code k} and {@code k + 1} compare, and returns where one of them is NaN. */
    private boolean[] pair(Frame frame, Shape shape, int k, boolean[] out) {
        int n = shape.size();
        int left = operands[k];
        int right = operands[k + 1];
        CompareOp op = ops.get(k);
        switch (type.element()) {
            case STRING -> CompareLoops.apply(op, frame.strings(left, shape), frame.strings(right, shape), n, out);
            case BOOLEAN -> CompareLoops.apply(op, frame.mask(left, shape), frame.mask(right, shape), n, out);
            default -> {
                if (!isExact(frame, k)) {
                    boolean isMissing = doubles(frame, shape, k, out);
                    return isMissing ? Touch.or(missing(frame, shape, left), missing(frame, shape, right)) : Touch.NONE;
                }
                longs(frame, shape, k, out);
            }
        }
        return Touch.NONE;
    }

    private boolean doubles(Frame frame, Shape shape, int k, boolean[] out) {
        int n = shape.size();
        int left = operands[k];
        int right = operands[k + 1];
        if (frame.isUniform(right)) {
            return CompareLoops.apply(ops.get(k), frame.numbers(left, shape), bound(frame, right, left), n, out);
        }
        if (frame.isUniform(left)) {
            CompareOp swapped = CompareLoops.swap(ops.get(k));
            return CompareLoops.apply(swapped, frame.numbers(right, shape), bound(frame, left, right), n, out);
        }
        return CompareLoops.apply(ops.get(k), frame.numbers(left, shape), frame.numbers(right, shape), n, out);
    }

    /** A long is never as great as a bound that no long reaches, though it may round to it. */
    private static double bound(Frame frame, int slot, int other) {
        double value = frame.uniform(slot);
        if (isLong(frame.inputColumn(other)) && Math.abs(value) >= LONG_END) {
            return value > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return value;
    }

    private void longs(Frame frame, Shape shape, int k, boolean[] out) {
        int n = shape.size();
        Long left = wholeConstants[k];
        Long right = wholeConstants[k + 1];
        if (right != null) {
            CompareLoops.apply(ops.get(k), values(frame, operands[k], shape), right.longValue(), n, out);
        } else if (left != null) {
            CompareOp swapped = CompareLoops.swap(ops.get(k));
            CompareLoops.apply(swapped, values(frame, operands[k + 1], shape), left.longValue(), n, out);
        } else {
            CompareLoops.apply(
                    ops.get(k), values(frame, operands[k], shape), values(frame, operands[k + 1], shape), n, out);
        }
    }

    private static long[] values(Frame frame, int slot, Shape shape) {
        Column column = frame.inputColumn(slot);
        if (column == null) {
            throw new IllegalStateException("slot " + slot + " is no column of whole numbers");
        }
        long[] values = Columns.longs(column);
        return frame.shape(slot) == shape ? values : Spread.longs(values, shape);
    }

    private boolean isExact(Frame frame, int k) {
        boolean someLong = isLong(frame.inputColumn(operands[k])) || isLong(frame.inputColumn(operands[k + 1]));
        return someLong && isWhole(frame, k) && isWhole(frame, k + 1);
    }

    private boolean isWhole(Frame frame, int index) {
        Column column = frame.inputColumn(operands[index]);
        return column == null ? wholeConstants[index] != null : Columns.isWhole(column);
    }

    private static boolean isLong(@Nullable Column column) {
        return column instanceof Column.Longs;
    }

    private static boolean[] missing(Frame frame, Shape shape, int slot) {
        if (frame.isUniform(slot) && !Double.isNaN(frame.uniform(slot))) {
            return Touch.NONE;
        }
        return Touch.missing(frame.numbers(slot, shape), shape.size());
    }

    /** Returns the constant as a long if it is one exactly, else null. */
    private static @Nullable Long whole(TypedExpr.Constant constant) {
        if (constant.type() != ValueType.NUMBER) {
            return null;
        }
        if (!constant.text().isEmpty()) {
            try {
                return Long.valueOf(constant.text());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        double value = constant.number();
        boolean isWhole = Math.rint(value) == value && value >= -LONG_END && value < LONG_END;
        return isWhole ? (Long) (long) value : null;
    }
}

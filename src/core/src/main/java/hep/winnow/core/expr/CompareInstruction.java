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
        int n = frame.size();
        boolean[] out = frame.newMask(slot);
        boolean[] touched = Touch.or(Touch.ofAll(frame, operands), pair(frame, 0, out));
        for (int k = 1; k < ops.size(); k++) {
            boolean[] next = frame.borrowMask();
            boolean[] missing = pair(frame, k, next);
            touched = Touch.or(touched, Touch.where(missing, out, true));
            for (int i = 0; i < n; i++) {
                out[i] &= next[i];
            }
            frame.giveBack(next);
        }
        frame.setTouched(slot, touched);
    }

    /** Writes where neighbours {@code k} and {@code k + 1} compare, and returns where one of them is NaN. */
    private boolean[] pair(Frame frame, int k, boolean[] out) {
        int n = frame.size();
        int left = operands[k];
        int right = operands[k + 1];
        switch (type) {
            case STRING -> CompareLoops.apply(ops.get(k), frame.strings(left), frame.strings(right), n, out);
            case BOOLEAN -> CompareLoops.apply(ops.get(k), frame.mask(left), frame.mask(right), n, out);
            case NUMBER -> {
                if (!isExact(frame, k)) {
                    doubles(frame, k, out);
                    return Touch.or(missing(frame, left), missing(frame, right));
                }
                longs(frame, k, out);
            }
        }
        return Touch.NONE;
    }

    private void doubles(Frame frame, int k, boolean[] out) {
        int n = frame.size();
        int left = operands[k];
        int right = operands[k + 1];
        if (frame.isUniform(right)) {
            CompareLoops.apply(ops.get(k), frame.numbers(left), bound(frame, right, left), n, out);
        } else if (frame.isUniform(left)) {
            CompareOp swapped = CompareLoops.swap(ops.get(k));
            CompareLoops.apply(swapped, frame.numbers(right), bound(frame, left, right), n, out);
        } else {
            CompareLoops.apply(ops.get(k), frame.numbers(left), frame.numbers(right), n, out);
        }
    }

    /** A long is never as great as a bound that no long reaches, though it may round to it. */
    private static double bound(Frame frame, int slot, int other) {
        double value = frame.uniform(slot);
        if (isLong(frame.inputColumn(other)) && Math.abs(value) >= LONG_END) {
            return value > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return value;
    }

    private void longs(Frame frame, int k, boolean[] out) {
        int n = frame.size();
        Long left = wholeConstants[k];
        Long right = wholeConstants[k + 1];
        if (right != null) {
            CompareLoops.apply(ops.get(k), values(frame, operands[k]), right.longValue(), n, out);
        } else if (left != null) {
            CompareOp swapped = CompareLoops.swap(ops.get(k));
            CompareLoops.apply(swapped, values(frame, operands[k + 1]), left.longValue(), n, out);
        } else {
            CompareLoops.apply(ops.get(k), values(frame, operands[k]), values(frame, operands[k + 1]), n, out);
        }
    }

    private static long[] values(Frame frame, int slot) {
        Column column = frame.inputColumn(slot);
        if (column == null) {
            throw new IllegalStateException("slot " + slot + " is no column of whole numbers");
        }
        return Columns.longs(column);
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

    private static boolean[] missing(Frame frame, int slot) {
        if (frame.isUniform(slot) && !Double.isNaN(frame.uniform(slot))) {
            return Touch.NONE;
        }
        return Touch.missing(frame.numbers(slot), frame.size());
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

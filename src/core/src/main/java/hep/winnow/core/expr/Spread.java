package hep.winnow.core.expr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of events, said again for each element of the event's list. */
final class Spread {
    private final Shape shape;
    private double @Nullable [] numbers;
    private boolean @Nullable [] mask;

    Spread(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    double[] numbers(double value) {
        double[] out = numbers;
        if (out == null) {
            out = shape.borrowNumbers();
            Arrays.fill(out, value);
            numbers = out;
        }
        return out;
    }

    double[] numbers(double[] values) {
        double[] out = numbers;
        if (out == null) {
            out = shape.borrowNumbers();
            int[] offsets = shape.offsets();
            for (int e = 0; e + 1 < offsets.length; e++) {
                Arrays.fill(out, offsets[e], offsets[e + 1], values[e]);
            }
            numbers = out;
        }
        return out;
    }

    boolean[] mask(boolean[] values) {
        boolean[] out = mask;
        if (out == null) {
            out = shape.borrowMask();
            int[] offsets = shape.offsets();
            for (int e = 0; e + 1 < offsets.length; e++) {
                Arrays.fill(out, offsets[e], offsets[e + 1], values[e]);
            }
            mask = out;
        }
        return out;
    }

    static String[] strings(String[] values, Shape shape) {
        String[] out = new String[shape.size()];
        int[] offsets = shape.offsets();
        for (int e = 0; e + 1 < offsets.length; e++) {
            Arrays.fill(out, offsets[e], offsets[e + 1], values[e]);
        }
        return out;
    }

    static long[] longs(long[] values, Shape shape) {
        long[] out = new long[shape.size()];
        int[] offsets = shape.offsets();
        for (int e = 0; e + 1 < offsets.length; e++) {
            Arrays.fill(out, offsets[e], offsets[e + 1], values[e]);
        }
        return out;
    }

    /** Gives the arrays back to the shape. */
    void recycle() {
        if (numbers != null) {
            shape.giveBack(numbers);
        }
        if (mask != null) {
            shape.giveBack(mask);
        }
    }
}

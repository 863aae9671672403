package hep.winnow.core.expr;

/**
 * Masks of the values whose comparisons met a NaN: of events, or of the elements of lists. The empty array stands for none; any other has one entry per value,
 * and is never changed once it is set in a frame.
 */
final class Touch {
    static final boolean[] NONE = new boolean[0];

    private Touch() {}

    /** Returns the events of either mask. */
    @SuppressWarnings("ShortCircuitBoolean") // without branches
    static boolean[] or(boolean[] a, boolean[] b) {
        if (a.length == 0 || a == b) {
            return b;
        }
        if (b.length == 0) {
            return a;
        }
        boolean[] out = new boolean[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] | b[i];
        }
        return out;
    }

    /** Returns the events of {@code a} at which {@code where} has the wanted value. */
    @SuppressWarnings("ShortCircuitBoolean") // without branches
    static boolean[] where(boolean[] a, boolean[] where, boolean wanted) {
        if (a.length == 0) {
            return a;
        }
        boolean[] out = new boolean[a.length];
        boolean any = false;
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] & where[i] == wanted;
            any |= out[i];
        }
        return any ? out : NONE;
    }

    /** Returns the values of a shape that any operand of that shape has touched. */
    static boolean[] ofAll(Frame frame, Shape shape, int... operands) {
        boolean[] all = NONE;
        for (int operand : operands) {
            if (frame.shape(operand) == shape) {
                all = or(all, frame.touched(operand));
            }
        }
        return all;
    }

    /** Returns the events of whose lists any value is touched. */
    static boolean[] anyOf(boolean[] values, int[] offsets) {
        if (values.length == 0) {
            return NONE;
        }
        boolean[] out = new boolean[offsets.length - 1];
        for (int e = 0; e < out.length; e++) {
            for (int i = offsets[e]; i < offsets[e + 1]; i++) {
                out[e] |= values[i];
            }
        }
        return out;
    }

    /** Returns the events at which {@code a} is NaN. */
    static boolean[] missing(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(a[i])) {
                return missingFrom(i, a, n);
            }
        }
        return NONE;
    }

    private static boolean[] missingFrom(int first, double[] a, int n) {
        boolean[] out = new boolean[n];
        for (int i = first; i < n; i++) {
            out[i] = Double.isNaN(a[i]);
        }
        return out;
    }

    /** Writes the truth of numbers, 0 and NaN being false, and returns the events at which they are NaN. */
    static boolean[] truth(double[] a, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < 0 || a[i] > 0;
        }
        return missing(a, n);
    }
}

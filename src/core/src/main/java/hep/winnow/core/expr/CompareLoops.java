package hep.winnow.core.expr;

import hep.winnow.core.lang.Expr.CompareOp;

/** Loops of comparisons. Hot: one plain loop each. A comparison with NaN is false, {@code !=} included. */
final class CompareLoops {
    private CompareLoops() {}

    /** Writes {@code a op b}. */
    static void apply(CompareOp op, double[] a, double[] b, int n, boolean[] out) {
        switch (op) {
            case LESS -> less(a, b, n, out);
            case LESS_EQUAL -> lessEqual(a, b, n, out);
            case GREATER -> less(b, a, n, out);
            case GREATER_EQUAL -> lessEqual(b, a, n, out);
            case EQUAL -> equal(a, b, n, out);
            case NOT_EQUAL -> notEqual(a, b, n, out);
        }
    }

    /** Writes {@code a op b} for one b. */
    static void apply(CompareOp op, double[] a, double b, int n, boolean[] out) {
        switch (op) {
            case LESS -> less(a, b, n, out);
            case LESS_EQUAL -> lessEqual(a, b, n, out);
            case GREATER -> greater(a, b, n, out);
            case GREATER_EQUAL -> greaterEqual(a, b, n, out);
            case EQUAL -> equal(a, b, n, out);
            case NOT_EQUAL -> notEqual(a, b, n, out);
        }
    }

    /** Writes {@code a op b} of whole numbers, exactly. */
    static void apply(CompareOp op, long[] a, long[] b, int n, boolean[] out) {
        switch (op) {
            case LESS -> less(a, b, true, n, out);
            case GREATER_EQUAL -> less(a, b, false, n, out);
            case GREATER -> less(b, a, true, n, out);
            case LESS_EQUAL -> less(b, a, false, n, out);
            case EQUAL -> equal(a, b, true, n, out);
            case NOT_EQUAL -> equal(a, b, false, n, out);
        }
    }

    /** Writes {@code a op b} of whole numbers for one b, exactly. */
    static void apply(CompareOp op, long[] a, long b, int n, boolean[] out) {
        switch (op) {
            case LESS -> less(a, b, true, n, out);
            case GREATER_EQUAL -> less(a, b, false, n, out);
            case GREATER -> greater(a, b, true, n, out);
            case LESS_EQUAL -> greater(a, b, false, n, out);
            case EQUAL -> equal(a, b, true, n, out);
            case NOT_EQUAL -> equal(a, b, false, n, out);
        }
    }

    /** Writes {@code a op b} of conditions, where {@code op} asks for equality. */
    static void apply(CompareOp op, boolean[] a, boolean[] b, int n, boolean[] out) {
        boolean wanted = op == CompareOp.EQUAL;
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] == b[i]) == wanted;
        }
    }

    /** Writes {@code a op b} of strings, where {@code op} asks for equality. */
    static void apply(CompareOp op, String[] a, String[] b, int n, boolean[] out) {
        boolean wanted = op == CompareOp.EQUAL;
        for (int i = 0; i < n; i++) {
            out[i] = a[i].equals(b[i]) == wanted;
        }
    }

    /** Returns the operator that says the same with its operands swapped. */
    static CompareOp swap(CompareOp op) {
        return switch (op) {
            case LESS -> CompareOp.GREATER;
            case LESS_EQUAL -> CompareOp.GREATER_EQUAL;
            case GREATER -> CompareOp.LESS;
            case GREATER_EQUAL -> CompareOp.LESS_EQUAL;
            case EQUAL -> CompareOp.EQUAL;
            case NOT_EQUAL -> CompareOp.NOT_EQUAL;
        };
    }

    private static void less(long[] a, long[] b, boolean wanted, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] < b[i]) == wanted;
        }
    }

    private static void equal(long[] a, long[] b, boolean wanted, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] == b[i]) == wanted;
        }
    }

    private static void less(long[] a, long b, boolean wanted, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] < b) == wanted;
        }
    }

    private static void greater(long[] a, long b, boolean wanted, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] > b) == wanted;
        }
    }

    private static void equal(long[] a, long b, boolean wanted, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] == b) == wanted;
        }
    }

    private static void less(double[] a, double[] b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b[i];
        }
    }

    private static void less(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b;
        }
    }

    private static void lessEqual(double[] a, double[] b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] <= b[i];
        }
    }

    private static void lessEqual(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] <= b;
        }
    }

    private static void greater(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] > b;
        }
    }

    private static void greaterEqual(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] >= b;
        }
    }

    private static void equal(double[] a, double[] b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b[i];
        }
    }

    private static void equal(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b;
        }
    }

    @SuppressWarnings("ShortCircuitBoolean") // without branches
    private static void notEqual(double[] a, double[] b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b[i] | a[i] > b[i];
        }
    }

    @SuppressWarnings("ShortCircuitBoolean") // without branches
    private static void notEqual(double[] a, double b, int n, boolean[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b | a[i] > b;
        }
    }
}

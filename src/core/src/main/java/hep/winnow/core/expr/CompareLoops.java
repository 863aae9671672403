package hep.winnow.core.expr;

import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.kernels.Comparisons;

/** Loops of comparisons. Hot: one plain loop each. A comparison with NaN is false, {@code !=} included. */
final class CompareLoops {
    private CompareLoops() {}

    /** Writes {@code a op b}; returns whether a pair has a NaN in it. */
    static boolean apply(CompareOp op, double[] a, double[] b, int n, boolean[] out) {
        return switch (op) {
            case LESS -> Comparisons.less(a, b, n, out);
            case LESS_EQUAL -> Comparisons.lessEqual(a, b, n, out);
            case GREATER -> Comparisons.less(b, a, n, out);
            case GREATER_EQUAL -> Comparisons.lessEqual(b, a, n, out);
            case EQUAL -> Comparisons.equal(a, b, n, out);
            case NOT_EQUAL -> Comparisons.notEqual(a, b, n, out);
        };
    }

    /** Writes {@code a op b} for one b; returns whether a pair has a NaN in it. */
    static boolean apply(CompareOp op, double[] a, double b, int n, boolean[] out) {
        return switch (op) {
            case LESS -> Comparisons.less(a, b, n, out);
            case LESS_EQUAL -> Comparisons.lessEqual(a, b, n, out);
            case GREATER -> Comparisons.greater(a, b, n, out);
            case GREATER_EQUAL -> Comparisons.greaterEqual(a, b, n, out);
            case EQUAL -> Comparisons.equal(a, b, n, out);
            case NOT_EQUAL -> Comparisons.notEqual(a, b, n, out);
        };
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
}

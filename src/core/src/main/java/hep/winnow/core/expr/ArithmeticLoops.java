package hep.winnow.core.expr;

import hep.winnow.core.expr.function.Power;
import hep.winnow.core.lang.Expr.BinaryOp;

/** Loops of arithmetic, in double; {@code out} may be one of the operands. Hot: one plain loop each, for the JIT to vectorise. */
final class ArithmeticLoops {
    private ArithmeticLoops() {}

    /** Writes {@code a op b}. */
    static void apply(BinaryOp op, double[] a, double[] b, int n, double[] out) {
        switch (op) {
            case ADD -> add(a, b, n, out);
            case SUBTRACT -> subtract(a, b, n, out);
            case MULTIPLY -> multiply(a, b, n, out);
            case DIVIDE -> divide(a, b, n, out);
            case MODULO -> modulo(a, b, n, out);
            case POWER -> Power.power(a, b, n, out);
            default -> throw new IllegalArgumentException(op.symbol());
        }
    }

    /** Writes {@code a op b} for one b. */
    static void apply(BinaryOp op, double[] a, double b, int n, double[] out) {
        switch (op) {
            case ADD -> add(a, b, n, out);
            case SUBTRACT -> add(a, -b, n, out);
            case MULTIPLY -> multiply(a, b, n, out);
            case DIVIDE -> divide(a, b, n, out);
            case MODULO -> modulo(a, b, n, out);
            case POWER -> Power.power(a, b, n, out);
            default -> throw new IllegalArgumentException(op.symbol());
        }
    }

    /** Writes {@code -a}. */
    static void negate(double[] a, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = -a[i];
        }
    }

    /** Writes {@code a - b} for one a. */
    static void subtractFrom(double a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a - b[i];
        }
    }

    /** Writes {@code a / b} for one a. */
    static void divideInto(double a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a / b[i];
        }
    }

    private static void add(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void add(double[] a, double b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b;
        }
    }

    private static void subtract(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void multiply(double[] a, double b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b;
        }
    }

    private static void divide(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void divide(double[] a, double b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b;
        }
    }

    private static void modulo(double[] a, double[] b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] % b[i];
        }
    }

    private static void modulo(double[] a, double b, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] % b;
        }
    }
}

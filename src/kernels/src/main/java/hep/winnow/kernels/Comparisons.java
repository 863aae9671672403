package hep.winnow.kernels;

/**
 * Comparisons of the first {@code n} numbers of an array with one number, or with those of another array. {@code out} takes where they hold; a pair with a NaN does
 * not, {@code !=} included. Each returns whether there was such a pair, so that nobody need look for one where there is none.
 */
public final class Comparisons {
    private Comparisons() {}

    /** Writes where {@code a < b}; returns whether a pair has a NaN. */
    public static boolean less(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).less(a, b, n, out);
    }

    /** Writes where {@code a <= b}; returns whether a pair has a NaN. */
    public static boolean lessEqual(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).lessEqual(a, b, n, out);
    }

    /** Writes where {@code a > b}; returns whether a pair has a NaN. */
    public static boolean greater(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).greater(a, b, n, out);
    }

    /** Writes where {@code a >= b}; returns whether a pair has a NaN. */
    public static boolean greaterEqual(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).greaterEqual(a, b, n, out);
    }

    /** Writes where {@code a == b}; returns whether a pair has a NaN. */
    public static boolean equal(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).equal(a, b, n, out);
    }

    /** Writes where {@code a < b or a > b}; returns whether a pair has a NaN. */
    public static boolean notEqual(double[] a, double b, int n, boolean[] out) {
        return Kernels.comparisons(n).notEqual(a, b, n, out);
    }

    /** Writes where {@code a < b}, number by number; returns whether a pair has a NaN. */
    public static boolean less(double[] a, double[] b, int n, boolean[] out) {
        return Kernels.comparisons(n).less(a, b, n, out);
    }

    /** Writes where {@code a <= b}, number by number; returns whether a pair has a NaN. */
    public static boolean lessEqual(double[] a, double[] b, int n, boolean[] out) {
        return Kernels.comparisons(n).lessEqual(a, b, n, out);
    }

    /** Writes where {@code a == b}, number by number; returns whether a pair has a NaN. */
    public static boolean equal(double[] a, double[] b, int n, boolean[] out) {
        return Kernels.comparisons(n).equal(a, b, n, out);
    }

    /** Writes where {@code a < b or a > b}, number by number; returns whether a pair has a NaN. */
    public static boolean notEqual(double[] a, double[] b, int n, boolean[] out) {
        return Kernels.comparisons(n).notEqual(a, b, n, out);
    }
}

package hep.winnow.kernels;

/**
 * Comparisons of the first {@code n} numbers of an array with one number, or with those of another array. {@code out} takes where they hold; a pair with a NaN does
 * not, {@code !=} included. Each returns whether there was such a pair. Two implementations give the same bits.
 */
interface ComparisonKernel {
    boolean less(double[] a, double b, int n, boolean[] out);

    boolean lessEqual(double[] a, double b, int n, boolean[] out);

    boolean greater(double[] a, double b, int n, boolean[] out);

    boolean greaterEqual(double[] a, double b, int n, boolean[] out);

    boolean equal(double[] a, double b, int n, boolean[] out);

    boolean notEqual(double[] a, double b, int n, boolean[] out);

    boolean less(double[] a, double[] b, int n, boolean[] out);

    boolean lessEqual(double[] a, double[] b, int n, boolean[] out);

    boolean equal(double[] a, double[] b, int n, boolean[] out);

    boolean notEqual(double[] a, double[] b, int n, boolean[] out);
}

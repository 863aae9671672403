package hep.winnow.kernels;

/** Comparisons in plain loops, without branches on the numbers. Those with {@code from} leave out the numbers before it. */
@SuppressWarnings("ShortCircuitBoolean") // without branches
final class ScalarComparisons implements ComparisonKernel {
    @Override
    public boolean less(double[] a, double b, int n, boolean[] out) {
        return less(a, b, 0, n, out);
    }

    @Override
    public boolean lessEqual(double[] a, double b, int n, boolean[] out) {
        return lessEqual(a, b, 0, n, out);
    }

    @Override
    public boolean greater(double[] a, double b, int n, boolean[] out) {
        return greater(a, b, 0, n, out);
    }

    @Override
    public boolean greaterEqual(double[] a, double b, int n, boolean[] out) {
        return greaterEqual(a, b, 0, n, out);
    }

    @Override
    public boolean equal(double[] a, double b, int n, boolean[] out) {
        return equal(a, b, 0, n, out);
    }

    @Override
    public boolean notEqual(double[] a, double b, int n, boolean[] out) {
        return notEqual(a, b, 0, n, out);
    }

    @Override
    public boolean less(double[] a, double[] b, int n, boolean[] out) {
        return less(a, b, 0, n, out);
    }

    @Override
    public boolean lessEqual(double[] a, double[] b, int n, boolean[] out) {
        return lessEqual(a, b, 0, n, out);
    }

    @Override
    public boolean equal(double[] a, double[] b, int n, boolean[] out) {
        return equal(a, b, 0, n, out);
    }

    @Override
    public boolean notEqual(double[] a, double[] b, int n, boolean[] out) {
        return notEqual(a, b, 0, n, out);
    }

    static boolean less(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = a[i] < b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean lessEqual(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = a[i] <= b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean greater(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = a[i] > b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean greaterEqual(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = a[i] >= b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean equal(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = a[i] == b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean notEqual(double[] a, double b, int from, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = from; i < n; i++) {
            out[i] = (a[i] < b) | (a[i] > b);
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    static boolean less(double[] a, double[] b, int from, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = from; i < n; i++) {
            out[i] = a[i] < b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    static boolean lessEqual(double[] a, double[] b, int from, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = from; i < n; i++) {
            out[i] = a[i] <= b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    static boolean equal(double[] a, double[] b, int from, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = from; i < n; i++) {
            out[i] = a[i] == b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    static boolean notEqual(double[] a, double[] b, int from, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = from; i < n; i++) {
            out[i] = (a[i] < b[i]) | (a[i] > b[i]);
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }
}

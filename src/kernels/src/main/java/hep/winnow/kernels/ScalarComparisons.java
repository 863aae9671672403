package hep.winnow.kernels;

/** Comparisons in plain loops, without branches on the numbers. */
@SuppressWarnings("ShortCircuitBoolean") // without branches
final class ScalarComparisons implements ComparisonKernel {
    @Override
    public boolean less(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean lessEqual(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = a[i] <= b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean greater(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = a[i] > b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean greaterEqual(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = a[i] >= b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean equal(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b;
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean notEqual(double[] a, double b, int n, boolean[] out) {
        boolean unordered = n > 0 && Double.isNaN(b);
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] < b) | (a[i] > b);
            unordered |= Double.isNaN(a[i]);
        }
        return unordered;
    }

    @Override
    public boolean less(double[] a, double[] b, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    @Override
    public boolean lessEqual(double[] a, double[] b, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = 0; i < n; i++) {
            out[i] = a[i] <= b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    @Override
    public boolean equal(double[] a, double[] b, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b[i];
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }

    @Override
    public boolean notEqual(double[] a, double[] b, int n, boolean[] out) {
        boolean unordered = false;
        for (int i = 0; i < n; i++) {
            out[i] = (a[i] < b[i]) | (a[i] > b[i]);
            unordered |= Double.isNaN(a[i]) | Double.isNaN(b[i]);
        }
        return unordered;
    }
}

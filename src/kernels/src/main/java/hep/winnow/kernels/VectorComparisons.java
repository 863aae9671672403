package hep.winnow.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Comparisons a vector at a time. Hot: one loop for each, so that HotSpot knows the operator; what is left over is done by plain loops. */
final class VectorComparisons implements ComparisonKernel {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    /** HotSpot 17 makes an object of each mask that is written, which costs more than plain loops do. */
    private static final boolean STORES_MASKS = Runtime.version().feature() > 17;

    private static final long[] NONE = {};

    @Override
    public boolean less(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.LT, b), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.less(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean lessEqual(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.LE, b), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.lessEqual(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean greater(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.GT, b), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.greater(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean greaterEqual(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.GE, b), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.greaterEqual(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean equal(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.EQ, b), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.equal(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean notEqual(double[] a, double b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            store(x.compare(VectorOperators.LT, b).or(x.compare(VectorOperators.GT, b)), out, i, signs);
            nan = x.fma(zero, nan);
        }
        return ScalarComparisons.notEqual(a, b, i, n, out) || isNan(nan) && hasNan(a, i);
    }

    @Override
    public boolean less(double[] a, double[] b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            DoubleVector y = DoubleVector.fromArray(S, b, i);
            store(x.compare(VectorOperators.LT, y), out, i, signs);
            nan = y.fma(zero, x.fma(zero, nan));
        }
        return ScalarComparisons.less(a, b, i, n, out) || isNan(nan) && hasNan(a, b, i);
    }

    @Override
    public boolean lessEqual(double[] a, double[] b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            DoubleVector y = DoubleVector.fromArray(S, b, i);
            store(x.compare(VectorOperators.LE, y), out, i, signs);
            nan = y.fma(zero, x.fma(zero, nan));
        }
        return ScalarComparisons.lessEqual(a, b, i, n, out) || isNan(nan) && hasNan(a, b, i);
    }

    @Override
    public boolean equal(double[] a, double[] b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            DoubleVector y = DoubleVector.fromArray(S, b, i);
            store(x.compare(VectorOperators.EQ, y), out, i, signs);
            nan = y.fma(zero, x.fma(zero, nan));
        }
        return ScalarComparisons.equal(a, b, i, n, out) || isNan(nan) && hasNan(a, b, i);
    }

    @Override
    public boolean notEqual(double[] a, double[] b, int n, boolean[] out) {
        DoubleVector nan = DoubleVector.zero(S);
        DoubleVector zero = DoubleVector.zero(S);
        long[] signs = signs();
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, i);
            DoubleVector y = DoubleVector.fromArray(S, b, i);
            store(x.compare(VectorOperators.LT, y).or(x.compare(VectorOperators.GT, y)), out, i, signs);
            nan = y.fma(zero, x.fma(zero, nan));
        }
        return ScalarComparisons.notEqual(a, b, i, n, out) || isNan(nan) && hasNan(a, b, i);
    }

    private static long[] signs() {
        return STORES_MASKS ? NONE : new long[L];
    }

    /** Writes a mask to {@code out}, from {@code i} on. */
    private static void store(VectorMask<Double> mask, boolean[] out, int i, long[] signs) {
        if (STORES_MASKS) {
            mask.intoArray(out, i);
            return;
        }
        DoubleVector.zero(S).blend(-0.0, mask).reinterpretAsLongs().intoArray(signs, 0);
        for (int k = 0; k < L; k++) {
            out[i + k] = (int) (signs[k] >>> 63) != 0;
        }
    }

    /** Zero times a number is NaN if the number is, or is infinite. */
    private static boolean isNan(DoubleVector sums) {
        return Double.isNaN(sums.reduceLanes(VectorOperators.ADD));
    }

    private static boolean hasNan(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(a[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNan(double[] a, double[] b, int n) {
        return hasNan(a, n) || hasNan(b, n);
    }
}

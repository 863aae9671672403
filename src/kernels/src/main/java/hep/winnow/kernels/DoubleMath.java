package hep.winnow.kernels;

/**
 * Elementary functions of doubles, with the same bits on every machine and JDK. They stand on {@link StrictMath} (fdlibm): within 1 ulp for the plain ones, 2 to 3
 * for those made of several. NaN gives NaN.
 */
public final class DoubleMath {
    private DoubleMath() {}

    /** Returns e^x. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** Returns the natural logarithm; -infinity at 0, NaN below. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** Returns log(1 + x); -infinity at -1, NaN below. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** Returns the hyperbolic tangent. */
    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    /** Returns 1/(1 + e^-x), also where it is small. */
    public static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** Returns log(1 + e^x) without overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /** Writes {@link #exp} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void exp(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = exp(x[i]);
        }
    }

    /** Writes {@link #log} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void log(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = log(x[i]);
        }
    }

    /** Writes {@link #sigmoid} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void sigmoid(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = sigmoid(x[i]);
        }
    }
}

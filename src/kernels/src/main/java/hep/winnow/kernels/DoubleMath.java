package hep.winnow.kernels;

/**
 * Elementary functions of doubles, with the same bits on every machine and JDK. They stand on {@link StrictMath} (fdlibm), within 1 ulp for the plain ones and 2 to 3
 * for those made of several, or are polynomials of {@link Math#fma(double, double, double)}. NaN gives NaN.
 */
public final class DoubleMath {
    static final double LOG2_E = 1.4426950408889634;
    /** log(2) in two parts; the first has 32 bits, so that its products with small integers are exact. */
    static final double LN2_HIGH = 6.93147180369123816490e-01;

    static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Adding and subtracting it rounds to the nearest integer. */
    static final double ROUNDER = 0x1.8p52;
    /** From here on e^-x is its own logarithm of 1 + e^-x, and its exponent needs care. */
    static final double BEYOND = 700;

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

    /** Returns 1/(1 + e^-x) within 3 ulp, also where it is small. */
    public static double sigmoid(double x) {
        double a = Math.abs(x);
        double e = a < BEYOND ? expOfNegative(-a) : StrictMath.exp(-a);
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** Returns log(1 + e^x) within 3 ulp, without overflow; by polynomials, as every epoch of a training takes many. */
    public static double softplus(double x) {
        double a = Math.abs(x);
        if (!(a < BEYOND)) {
            return Math.max(x, 0) + StrictMath.exp(-a);
        }
        return Math.max(x, 0) + log1pOfPart(expOfNegative(-a));
    }

    /** e^x for x from -{@value #BEYOND} to 0: 2^n times the Taylor series of the rest, which is at most log(2)/2 in size. */
    private static double expOfNegative(double x) {
        double rounded = x * LOG2_E + ROUNDER;
        double n = rounded - ROUNDER;
        double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
        double p = 1.0 / 6227020800.0;
        p = Math.fma(p, r, 1.0 / 479001600);
        p = Math.fma(p, r, 1.0 / 39916800);
        p = Math.fma(p, r, 1.0 / 3628800);
        p = Math.fma(p, r, 1.0 / 362880);
        p = Math.fma(p, r, 1.0 / 40320);
        p = Math.fma(p, r, 1.0 / 5040);
        p = Math.fma(p, r, 1.0 / 720);
        p = Math.fma(p, r, 1.0 / 120);
        p = Math.fma(p, r, 1.0 / 24);
        p = Math.fma(p, r, 1.0 / 6);
        p = Math.fma(p, r, 0.5);
        p = Math.fma(p, r, 1);
        p = Math.fma(p, r, 1);
        return p * Double.longBitsToDouble(((long) n + 1023) << 52);
    }

    /** log(1 + e) for e from 0 to 1: 2·artanh(f/(2 + f)) by its Taylor series, where f is e, or (e - 1)/2 with log(2) added. */
    private static double log1pOfPart(double e) {
        boolean isGreat = e > 0.41421356237309503;
        double f = isGreat ? (e - 1) / 2 : e;
        double s = f / (2 + f);
        double z = s * s;
        double p = 2.0 / 23;
        p = Math.fma(p, z, 2.0 / 21);
        p = Math.fma(p, z, 2.0 / 19);
        p = Math.fma(p, z, 2.0 / 17);
        p = Math.fma(p, z, 2.0 / 15);
        p = Math.fma(p, z, 2.0 / 13);
        p = Math.fma(p, z, 2.0 / 11);
        p = Math.fma(p, z, 2.0 / 9);
        p = Math.fma(p, z, 2.0 / 7);
        p = Math.fma(p, z, 2.0 / 5);
        p = Math.fma(p, z, 2.0 / 3);
        double series = Math.fma(p * z, s, 2 * s);
        return isGreat ? LN2_HIGH + (series + LN2_LOW) : series;
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

package hep.winnow.kernels;

/**
 * Elementary functions of floats, with the same bits on every machine and JDK: polynomials in float arithmetic with {@link Math#fma(float, float, float)} (coefficients of
 * Moshier's Cephes library). NaN gives NaN. The greatest error over all floats, in units in the last place of the true result, is told with each function.
 */
public final class FloatMath {
    static final float LOG2_E = 1.44269504f;
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and subtracting it rounds to the nearest integer, ties to even, for magnitudes below 2^22. */
    static final float ROUNDER = 12582912f;

    static final int MANTISSA_BITS = 23;
    static final int BIAS = 127;
    static final float SQRT_HALF = 0.70710678f;

    private FloatMath() {}

    /** Returns e^x within 1 ulp; 0 below -103.98, infinity above 88.73. Subnormal results are rounded once more. */
    public static float exp(float x) {
        float clamped = Math.min(Math.max(x, -105f), 89f);
        float n = nearest(clamped);
        return scale(1 + expMinusOne(clamped, n), (int) n);
    }

    /** Returns e^x - 1 within 1.5 ulp, also near 0. */
    public static float expm1(float x) {
        if (x > 40) {
            return exp(x);
        }
        float clamped = Math.max(x, -30f);
        float n = nearest(clamped);
        float power = scale(1, (int) n);
        return Math.copySign(Math.fma(power, expMinusOne(clamped, n), power - 1), x);
    }

    /** Returns the natural logarithm within 1 ulp; -infinity at 0, NaN below. */
    public static float log(float x) {
        if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x < 0 ? Float.NaN : x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * 0x1p23f : x);
        int e = (bits >> MANTISSA_BITS) - BIAS + 1 - (subnormal ? MANTISSA_BITS : 0);
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        if (m < SQRT_HALF) {
            e--;
            m += m;
        }
        return logParts(m - 1, e, 0);
    }

    /** Returns log(1 + x) within 1 ulp, also near 0; -infinity at -1, NaN below. */
    public static float log1p(float x) {
        float u = 1 + x;
        if (!(u > 0) || u == Float.POSITIVE_INFINITY) {
            return u == 0 ? Float.NEGATIVE_INFINITY : u < 0 ? Float.NaN : u;
        }
        if (Math.abs(x) < 0.29f) {
            return Math.copySign(logParts(x, 0, 0), x);
        }
        int bits = Float.floatToRawIntBits(u);
        int e = (bits >> MANTISSA_BITS) - BIAS + 1;
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        if (m < SQRT_HALF) {
            e--;
            m += m;
        }
        // What the rounding of 1 + x lost, as a part of u.
        float lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
        return logParts(m - 1, e, lost / u);
    }

    /** Returns the hyperbolic tangent within 2 ulp. */
    public static float tanh(float x) {
        float a = Math.abs(x);
        if (a < 0.625f) {
            float s = a * a;
            float p = -5.70498872745e-3f;
            p = Math.fma(p, s, 2.06390887954e-2f);
            p = Math.fma(p, s, -5.37397155531e-2f);
            p = Math.fma(p, s, 1.33314422036e-1f);
            p = Math.fma(p, s, -3.33332819422e-1f);
            return Math.copySign(Math.fma(p * s, a, a), x);
        }
        return Math.copySign(1 - 2 / (exp(a + a) + 1), x);
    }

    /** Returns 1/(1 + e^-x) within 2.5 ulp, also where it is small. */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x < 0 ? e : 1f) / (1 + e);
    }

    /** Returns log(1 + e^x) within 2 ulp. */
    public static float softplus(float x) {
        return Math.max(x, 0f) + log1p(exp(-Math.abs(x)));
    }

    /** Writes {@link #exp} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void exp(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).exp(x, out, n);
    }

    /** Writes {@link #log} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void log(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).log(x, out, n);
    }

    /** Writes {@link #log1p} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void log1p(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).log1p(x, out, n);
    }

    /** Writes {@link #tanh} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void tanh(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).tanh(x, out, n);
    }

    /** Writes {@link #sigmoid} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void sigmoid(float[] x, float[] out, int n) {
        Kernels.functions(Part.SIGMOID).sigmoid(x, out, n);
    }

    /** Writes {@link #expm1} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void expm1(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).expm1(x, out, n);
    }

    /** Writes {@link #softplus} of the first {@code n} numbers of {@code x} to {@code out}, which may be {@code x}. */
    public static void softplus(float[] x, float[] out, int n) {
        Kernels.functions(Part.FUNCTIONS).softplus(x, out, n);
    }

    /** Returns x / ln 2 rounded to an integer. */
    private static float nearest(float x) {
        return Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
    }

    /** Returns e^r - 1 of r = x - n·ln 2, for |r| below 0.35. */
    private static float expMinusOne(float x, float n) {
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = 1.9875691500e-4f;
        p = Math.fma(p, r, 1.3981999507e-3f);
        p = Math.fma(p, r, 8.3334519073e-3f);
        p = Math.fma(p, r, 4.1665795894e-2f);
        p = Math.fma(p, r, 1.6666665459e-1f);
        p = Math.fma(p, r, 5.0000001201e-1f);
        return Math.fma(p, r * r, r);
    }

    /** y·2^n, in two steps so that subnormal results come out. */
    private static float scale(float y, int n) {
        int half = n >> 1;
        return y
                * Float.intBitsToFloat((half + BIAS) << MANTISSA_BITS)
                * Float.intBitsToFloat((n - half + BIAS) << MANTISSA_BITS);
    }

    /** log(1 + f) + e·ln 2 + correction, for f in [√½ - 1, √2 - 1]. */
    private static float logParts(float f, int e, float correction) {
        float s = f * f;
        float p = 7.0376836292e-2f;
        p = Math.fma(p, f, -1.1514610310e-1f);
        p = Math.fma(p, f, 1.1676998740e-1f);
        p = Math.fma(p, f, -1.2420140846e-1f);
        p = Math.fma(p, f, 1.4249322787e-1f);
        p = Math.fma(p, f, -1.6668057665e-1f);
        p = Math.fma(p, f, 2.0000714765e-1f);
        p = Math.fma(p, f, -2.4999993993e-1f);
        p = Math.fma(p, f, 3.3333331174e-1f);
        float y = Math.fma(p * f, s, Math.fma(e, LN2_LOW, correction));
        y = Math.fma(-0.5f, s, y);
        return Math.fma(e, LN2_HIGH, f + y);
    }

    /** Returns the value of a float of 16 bits (IEEE 754 binary16): a sign, 5 bits of exponent, 10 of fraction. */
    public static float ofHalf(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float value = fraction * 0x1p-24f;
            return sign == 0 ? value : -value;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + BIAS - 15;
        return Float.intBitsToFloat(sign | wide << MANTISSA_BITS | fraction << 13);
    }
}

package hep.winnow.core.expr.function;

/**
 * Powers. A whole exponent from -16 to 16 is done by multiplication: {@code x^2} is {@code x*x}, {@code x^3} is
 * {@code x*(x*x)}, {@code x^4} is {@code (x*x)*(x*x)}, {@code x^7} is {@code (x*x^2)*x^4}, a negative one is 1 over the positive; any other is
 * {@link StrictMath#pow}. {@code x^0} is 1 for every x, NaN included.
 */
public final class Power {
    private static final int MOST = 16;

    private Power() {}

    /** Writes {@code x^y}; {@code out} may be one of the arguments. */
    public static void power(double[] x, double[] y, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = power(x[i], y[i]);
        }
    }

    /** Writes {@code x^y} for one y, with the bits of the other method. */
    public static void power(double[] x, double y, int n, double[] out) {
        if (y == 2) {
            for (int i = 0; i < n; i++) {
                out[i] = x[i] * x[i];
            }
        } else if (y == 3) {
            for (int i = 0; i < n; i++) {
                out[i] = x[i] * (x[i] * x[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[i] = power(x[i], y);
            }
        }
    }

    /** Returns {@code x^y}. */
    static double power(double x, double y) {
        int whole = (int) y;
        if (whole != y || Math.abs(whole) > MOST) {
            return StrictMath.pow(x, y);
        }
        double result = 1;
        double square = x;
        for (int k = Math.abs(whole); k > 0; k >>= 1) {
            if ((k & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return whole < 0 ? 1 / result : result;
    }
}

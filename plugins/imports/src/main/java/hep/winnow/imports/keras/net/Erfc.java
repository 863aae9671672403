package hep.winnow.imports.keras.net;

/** The complementary error function. */
final class Erfc {
    private static final double TWO_BY_ROOT_PI = 1.1283791670955126;
    /** Below it the series is exact, above it the continued fraction. */
    private static final double SERIES = 2.5;

    private static final int TERMS = 120;

    private Erfc() {}

    /**
     * Returns 1 - erf(x), within some 1e-13 of itself: for |x| below 2.5 from erf(x) = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!! (Abramowitz and Stegun 7.1.6), beyond by the continued fraction 7.1.14, worked out from its far
     * end.
     */
    static double of(double x) {
        double a = Math.abs(x);
        double beyond = a < SERIES ? 1 - series(a) : fraction(a);
        return x < 0 ? 2 - beyond : beyond;
    }

    private static double series(double a) {
        double term = a;
        double sum = a;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * a * a / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * StrictMath.exp(-a * a) * sum;
    }

    private static double fraction(double a) {
        double tail = a;
        for (int n = TERMS; n > 0; n--) {
            tail = a + n / 2.0 / tail;
        }
        return TWO_BY_ROOT_PI / 2 * StrictMath.exp(-a * a) / tail;
    }
}

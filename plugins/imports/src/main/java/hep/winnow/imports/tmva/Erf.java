package hep.winnow.imports.tmva;

/** The error function and its inverse, as TMVA's Gauss transform takes it. */
final class Erf {
    private static final double TWO_BY_ROOT_PI = 1.1283791670955126;
    private static final double ROOT_PI_BY_TWO = 0.8862269254527579;

    /** How close TMath::ErfInverse gets, and how often it tries. */
    private static final double CLOSE = 1e-14;

    private static final int TRIES = 50;
    /** Beyond it the function is 1 to the last bit. */
    private static final double BEYOND = 6;

    private Erf() {}

    /** Returns 2/√π ∫₀ˣ e^(−t²) dt, within 1e-15: by e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!!, of which all terms have one sign. Abramowitz and Stegun 7.1.6. */
    static double of(double x) {
        double a = Math.abs(x);
        if (a > BEYOND) {
            return Math.signum(x);
        }
        double term = a;
        double sum = a;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * a * a / (2 * n + 1);
            sum += term;
        }
        return Math.copySign(Math.min(1, TWO_BY_ROOT_PI * StrictMath.exp(-a * a) * sum), x);
    }

    /**
     * Returns the inverse for x between −1 and 1, by the secant steps of TMath::ErfInverse: near ±1 these end some 1e-7 from the true value, and a result that was rounded there is to be found again.
     */
    static double inverse(double x) {
        if (Math.abs(x) <= CLOSE) {
            return ROOT_PI_BY_TWO * x;
        }
        double y = ROOT_PI_BY_TWO * Math.abs(x);
        double before = of(0.9 * y);
        double step = 0.1 * y;
        for (int i = 0; i < TRIES; i++) {
            double value = of(y);
            double lack = Math.abs(x) - value;
            if (Math.abs(lack) < CLOSE) {
                return Math.copySign(y, x);
            }
            step *= lack / (value - before);
            before = value;
            y += step;
            if (Math.abs(step / y) < CLOSE) {
                return Math.copySign(y, x);
            }
        }
        return 0;
    }
}

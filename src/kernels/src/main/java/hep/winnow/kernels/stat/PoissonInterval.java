package hep.winnow.kernels.stat;

/**
 * The central interval of one standard deviation (68.27 %) for the mean of a Poisson distribution, by the number that was counted (F. Garwood, Biometrika 28 (1936) 437): the lower end is the mean for
 * which {@code n} or more are counted with a probability of 15.87 %, the upper end that for which {@code n} or fewer are. For 0 it is 0 to 1.841. It covers at least as often as it says.
 *
 * @param low lower end, at most n
 * @param high upper end, above n
 */
public record PoissonInterval(double low, double high) {
    /** Probability beyond one standard deviation on one side of a normal distribution. */
    private static final double TAIL = 0.15865525393145707;
    /** From here on the approximation of Wilson and Hilferty is good to 1e-6 of the interval's length. */
    private static final long LARGE = 50_000;

    private static final int STEPS = 200;

    /** Returns the interval for a count, 0 or more. */
    public static PoissonInterval of(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("a count is at least 0, found " + n);
        }
        if (n > LARGE) {
            return new PoissonInterval(n * cube(1 - 1 / (9.0 * n) - 1 / (3 * Math.sqrt(n))), upper(n + 1.0));
        }
        double root = Math.sqrt(n + 1.0);
        double logFactorial = logFactorial(n);
        double high = solve(n, n + 2 * root + 3, mean -> atMost(n, mean, logFactorial) - TAIL);
        double low =
                n == 0 ? 0 : solve(Math.max(0, n - 2 * root - 1), n, mean -> TAIL - atLeast(n, mean, logFactorial));
        return new PoissonInterval(low, high);
    }

    private static double upper(double m) {
        return m * cube(1 - 1 / (9 * m) + 1 / (3 * Math.sqrt(m)));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /** A function that falls through zero. */
    private interface Falling {
        double at(double x);
    }

    /** Halves the interval until no number lies between its ends. */
    private static double solve(double from, double to, Falling f) {
        double low = from;
        double high = to;
        for (int i = 0; i < STEPS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (f.at(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    private static double probability(long n, double mean, double logFactorial) {
        return n == 0 ? StrictMath.exp(-mean) : StrictMath.exp(n * StrictMath.log(mean) - mean - logFactorial);
    }

    /** Returns P(N ≤ n), term by term from n downwards. */
    private static double atMost(long n, double mean, double logFactorial) {
        double term = 1;
        double sum = 1;
        for (long k = n; k > 0 && term > 1e-18 * sum; k--) {
            term *= k / mean;
            sum += term;
        }
        return sum * probability(n, mean, logFactorial);
    }

    /** Returns P(N ≥ n), term by term from n upwards. */
    private static double atLeast(long n, double mean, double logFactorial) {
        if (mean == 0) {
            return 0;
        }
        double term = 1;
        double sum = 1;
        for (long k = n + 1; term > 1e-18 * sum; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum * probability(n, mean, logFactorial);
    }

    private static double logFactorial(long n) {
        double sum = 0;
        for (long k = 2; k <= n; k++) {
            sum += StrictMath.log(k);
        }
        return sum;
    }
}

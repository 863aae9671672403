package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people: by exact decimal arithmetic, so that every JDK writes the same. */
final class Numbers {
    private static final int MAX_DECIMALS = 12;
    private static final int DOUBLE_DIGITS = 17;

    private Numbers() {}

    /** Returns {@code x} with that many decimals. */
    static String fixed(double x, int decimals) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "unknown" : x > 0 ? "infinite" : "-infinite";
        }
        return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Returns {@code x} with that many significant digits, without an exponent unless it is very large or small. */
    static String significant(double x, int digits) {
        if (!Double.isFinite(x) || x == 0) {
            return fixed(x, 0);
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits));
        BigDecimal stripped = rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return exponent < -5 || exponent > 9 ? stripped.toString() : stripped.toPlainString();
    }

    /** Returns the shortest decimal number that means {@code x} and no other double. */
    static String shortest(double x) {
        if (!Double.isFinite(x)) {
            return fixed(x, 0);
        }
        for (int digits = 1; digits < DOUBLE_DIGITS; digits++) {
            if (new BigDecimal(x).round(new MathContext(digits)).doubleValue() == x) {
                return significant(x, digits);
            }
        }
        return significant(x, DOUBLE_DIGITS);
    }

    /** Returns "value ± error", rounded by the error: to one significant digit of it, or two where the first is a 1. */
    static String withError(Estimate e) {
        int decimals = decimals(e.error());
        return fixed(e.value(), decimals) + " ± " + fixed(e.error(), decimals);
    }

    /** Returns "0.004 ± 0.003 (1.3 sigma)". */
    static String withSigma(Estimate e) {
        return withError(e) + " (" + fixed(e.sigma(), 1) + " sigma)";
    }

    /** Returns the value rounded as {@link #withError} does. */
    static String value(Estimate e) {
        return fixed(e.value(), decimals(e.error()));
    }

    /** Returns a whole number with thousands parted by commas. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Returns "1 event" or "2 events". */
    static String count(long n, String what) {
        return count(n) + " " + what + (n == 1 ? "" : "s");
    }

    private static int decimals(double error) {
        if (!Double.isFinite(error) || error <= 0) {
            return 4;
        }
        BigDecimal two = new BigDecimal(error).round(new MathContext(2));
        boolean startsWithOne =
                two.compareTo(BigDecimal.valueOf(2).scaleByPowerOfTen(two.precision() - two.scale() - 1)) < 0;
        int decimals = two.scale() - two.precision() + (startsWithOne ? 2 : 1);
        return Math.max(0, Math.min(MAX_DECIMALS, decimals));
    }
}

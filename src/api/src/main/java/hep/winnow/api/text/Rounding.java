package hep.winnow.api.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them, rounded by exact decimal arithmetic, so that every JDK writes the same. What is not finite is {@code nan}, {@code inf} or {@code -inf}. From 0.001 up to
 * 10^15 numbers have no exponent; beyond, they have one as in {@code 1.2e-7}. There is no locale. For tables and messages, not for bulk.
 */
public final class Rounding {
    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 15;
    private static final int MOST_DECIMALS = 12;
    private static final int DIGITS_OF_A_DOUBLE = 17;

    private Rounding() {}

    /** Returns {@code x} with that many decimals, halves rounded to even. */
    public static String fixed(double x, int decimals) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
        }
        return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Returns {@code x} rounded to that many significant digits, halves away from zero, without zeros at its end: {@code 0.5}, {@code 12.84}, {@code 5} for 4 digits. */
    public static String shortest(double x, int digits) {
        if (!Double.isFinite(x) || x == 0) {
            return fixed(x, 0);
        }
        BigDecimal rounded = new BigDecimal(x)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int exponent = exponent(rounded);
        return exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** Returns the shortest number that means {@code x} and no other double: {@code 0.1}. */
    public static String shortest(double x) {
        int digits = 1;
        while (digits < DIGITS_OF_A_DOUBLE
                && Double.isFinite(x)
                && new BigDecimal(x)
                                .round(new MathContext(digits, RoundingMode.HALF_UP))
                                .doubleValue()
                        != x) {
            digits++;
        }
        return shortest(x, digits);
    }

    /**
     * Returns "value ± error", rounded by the error: to one significant digit of it, or two where the first is a 1, as in {@code 0.812 ± 0.004} and {@code 0.812 ± 0.014}. Without an error
     * above zero the value has six significant digits.
     */
    public static String withError(double value, double error) {
        if (!(error > 0) || !Double.isFinite(error)) {
            return shortest(value, 6) + " ± " + shortest(error, 2);
        }
        int decimals = decimals(error);
        return fixed(value, decimals) + " ± " + fixed(error, decimals);
    }

    /** Returns a whole number with its thousands parted by commas. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Returns "1 event" or "2 events". */
    public static String count(long n, String what) {
        return count(n) + " " + what + (n == 1 ? "" : "s");
    }

    private static int decimals(double error) {
        BigDecimal two = new BigDecimal(error).round(new MathContext(2, RoundingMode.HALF_UP));
        int exponent = exponent(two);
        boolean startsWithOne = two.movePointLeft(exponent).compareTo(BigDecimal.valueOf(2)) < 0;
        return Math.max(0, Math.min(MOST_DECIMALS, (startsWithOne ? 1 : 0) - exponent));
    }

    /** Returns the power of ten of the first digit. */
    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }
}

package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from ASCII bytes; the result has the bits of {@link Double#parseDouble}. Understood are decimal numbers with a point, an exponent,
 * or both ({@code 1}, {@code -.5}, {@code 2.}, {@code 1e-3}), and, in any case, {@code nan}, {@code inf} and {@code infinity} with or without a sign.
 *
 * <p>Up to 19 digits are exact in 64 bits, and {@link DecimalRounding} takes them from there. Of more digits the first 19 settle the matter if the
 * next larger number of 19 digits is rounded to the same double. What is not settled so goes to {@link Double#parseDouble}.
 */
final class Decimals {
    private static final long INVALID_BITS = 0x7ff8_0bad_0bad_0badL;
    private static final double INVALID = Double.longBitsToDouble(INVALID_BITS);
    private static final int MAX_DIGITS = 19;
    private static final int LONG_TEXT = 1000;

    private Decimals() {}

    /** Tells whether {@link #parse} found no number; every other NaN is a number that is missing. */
    static boolean isInvalid(double value) {
        return Double.isNaN(value) && Double.doubleToRawLongBits(value) == INVALID_BITS;
    }

    /**
     * Reads the number that bytes {@code from} to {@code to} (exclusive, at least one) hold from end to end.
     *
     * @return the number, or a value that {@link #isInvalid}
     */
    static double parse(byte[] bytes, int from, int to) {
        int p = from;
        byte sign = bytes[p];
        if (sign == '-' || sign == '+') {
            p++;
        }
        long digits = 0;
        int count = 0;
        int significant = 0;
        int point = -1;
        for (; p < to; p++) {
            int d = bytes[p] - '0';
            if (d >= 0 && d <= 9) {
                count++;
                // Zeros before the first other digit do not matter.
                significant += significant == 0 && d == 0 ? 0 : 1;
                digits = significant > MAX_DIGITS ? digits : 10 * digits + d;
            } else if (bytes[p] == '.' && point < 0) {
                point = p;
            } else {
                break;
            }
        }
        if (count == 0) {
            return special(bytes, from, to);
        }
        int dropped = Math.max(0, significant - MAX_DIGITS);
        int exponent = dropped - (point < 0 ? 0 : p - point - 1);
        if (p < to) {
            int given = exponent(bytes, p, to);
            if (given == Integer.MIN_VALUE) {
                return INVALID;
            }
            exponent += given;
        }
        long bits = DecimalRounding.bits(digits, exponent);
        boolean isSettled = DecimalRounding.isSettled(bits)
                && (dropped == 0 || DecimalRounding.bits(digits + 1, exponent) == bits)
                && to - from <= LONG_TEXT;
        if (!isSettled) {
            return slow(bytes, from, to);
        }
        double value = Double.longBitsToDouble(bits);
        return sign == '-' ? -value : value;
    }

    /** Returns the exponent that bytes {@code from} to {@code to} hold, held to a million, or {@code Integer.MIN_VALUE} if they hold none. */
    private static int exponent(byte[] bytes, int from, int to) {
        if ((bytes[from] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        int p = from + 1;
        boolean isNegative = p < to && bytes[p] == '-';
        if (isNegative || (p < to && bytes[p] == '+')) {
            p++;
        }
        if (p == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; p < to; p++) {
            int d = bytes[p] - '0';
            if (d < 0 || d > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(10 * value + d, 1_000_000);
        }
        return isNegative ? -value : value;
    }

    /** Reads what is known to be a number. */
    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static double special(byte[] bytes, int from, int to) {
        boolean isNegative = bytes[from] == '-';
        int p = isNegative || bytes[from] == '+' ? from + 1 : from;
        if (isWord(bytes, p, to, "nan")) {
            return Double.NaN;
        }
        if (isWord(bytes, p, to, "inf") || isWord(bytes, p, to, "infinity")) {
            return isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return INVALID;
    }

    /** Tells whether bytes {@code from} to {@code to} spell {@code word}, which is in lower case, in any case. */
    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

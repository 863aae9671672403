package hep.winnow.core.text;

import java.math.BigDecimal;

/**
 * A number in decimal: 0.{@code digits} times ten to the power of {@code point}.
 *
 * @param isNegative whether a minus stands before it, which zero can have too
 * @param digits without zeros at either end; empty for zero
 * @param point how many digits stand before the point; may be negative
 */
record Decimal(boolean isNegative, String digits, int point) {
    /** Powers of ten of the first digit that are written without exponent: from the first to before the second. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int LARGEST_PLAIN = 15;

    /** Reads what Java prints for a finite number: {@code 0.5}, {@code 1.0E-5}. */
    static Decimal parse(String text) {
        boolean isNegative = text.startsWith("-");
        int from = isNegative ? 1 : 0;
        int exponentAt = text.indexOf('E');
        int end = exponentAt < 0 ? text.length() : exponentAt;
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
        int dot = text.indexOf('.');
        String all = text.substring(from, dot) + text.substring(dot + 1, end);
        int first = 0;
        while (first < all.length() && all.charAt(first) == '0') {
            first++;
        }
        int last = all.length();
        while (last > first && all.charAt(last - 1) == '0') {
            last--;
        }
        return new Decimal(isNegative, all.substring(first, last), dot - from + exponent - first);
    }

    /** Returns the power of ten of the first digit of a number that is not zero; 0 for zero. */
    static int exponent(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    }

    /** Tells whether a number whose first digit has that power of ten is written without exponent. */
    static boolean isPlain(int exponent) {
        return exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN;
    }

    String text() {
        StringBuilder out = new StringBuilder(24).append(isNegative ? "-" : "");
        if (digits.isEmpty()) {
            return out.append('0').toString();
        }
        int exponent = point - 1;
        if (!isPlain(exponent)) {
            out.append(digits, 0, 1).append(digits.length() > 1 ? "." : "").append(digits, 1, digits.length());
            return out.append('e').append(exponent).toString();
        }
        if (point <= 0) {
            return out.append("0.").append("0".repeat(-point)).append(digits).toString();
        }
        if (point >= digits.length()) {
            return out.append(digits)
                    .append("0".repeat(point - digits.length()))
                    .toString();
        }
        return out.append(digits, 0, point)
                .append('.')
                .append(digits, point, digits.length())
                .toString();
    }
}

package hep.winnow.text;

import java.util.Locale;

/** Numbers as texts. */
public final class Reals {
    /** Greatest power of ten that is a double without rounding. */
    private static final int EXACT_POWER = 22;

    /** Whole numbers of so many digits are doubles without rounding. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = powers();

    private Reals() {}

    private static double[] powers() {
        double[] powers = new double[EXACT_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /**
     * Returns the double nearest to a decimal number, as {@link Double#parseDouble}. Understood are also {@code nan}, {@code inf} and {@code infinity} in any case, with or without a sign.
     *
     * @throws BadRow if the text is none of these
     */
    public static double parse(String text, int from, int to) throws BadRow {
        int at = from;
        boolean isNegative = at < to && text.charAt(at) == '-';
        at += at < to && (isNegative || text.charAt(at) == '+') ? 1 : 0;
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < to; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                break;
            }
        }
        if (at < to || count == 0 || count > EXACT_DIGITS) {
            return slowly(text.substring(from, to));
        }
        // Both are exact, and so the quotient is rounded once.
        double value = point < 0 ? digits : digits / POWERS[count - point];
        return isNegative ? -value : value;
    }

    private static double slowly(String text) throws BadRow {
        String word = text.toLowerCase(Locale.ROOT);
        boolean isSigned = word.startsWith("+") || word.startsWith("-");
        String unsigned = isSigned ? word.substring(1) : word;
        if (unsigned.equals("nan")) {
            return Double.NaN;
        }
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        // Java's numbers may also end in a letter, be hexadecimal, or stand among blanks.
        boolean isDecimal = word.chars().allMatch(c -> c >= '0' && c <= '9' || ".+-e".indexOf(c) >= 0);
        try {
            if (isDecimal) {
                return Double.parseDouble(word);
            }
        } catch (NumberFormatException e) {
            // Told below, as for other texts.
        }
        throw new BadRow("'" + shortened(text) + "' is no number");
    }

    /** Returns the beginning of a text, for messages. */
    public static String shortened(String text) {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}

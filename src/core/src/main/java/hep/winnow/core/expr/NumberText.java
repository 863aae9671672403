package hep.winnow.core.expr;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as the language spells them. */
public final class NumberText {
    private static final double PLAIN = 1e15;

    private NumberText() {}

    /**
     * Returns the shortest text that gives the same double: {@code 22}, {@code 0.5}, {@code 1e-7}. The same on every JDK.
     *
     * @param value finite
     */
    public static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a finite number is needed, found " + value);
        }
        boolean isPlain = Math.rint(value) == value && Math.abs(value) < PLAIN && (value != 0 || 1 / value > 0);
        if (isPlain) {
            return Long.toString((long) value);
        }
        String text = NumberOutput.toString(value, true);
        int exponent = text.indexOf('E');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (digits.endsWith(".0")) {
            digits = digits.substring(0, digits.length() - 2);
        }
        return exponent < 0 ? digits : digits + 'e' + text.substring(exponent + 1);
    }
}

package hep.winnow.core.text;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers as text. The digits are the fewest that give the same number when they are read again (Raffaello Giulietti, "The Schubfach way to render doubles", 2020), the same on every JDK,
 * which {@code Double.toString} before JDK 19 does not give. From 0.001 up to 10^15 numbers have no exponent: {@code 0.5}, {@code 139000}, {@code 1e-4},
 * {@code 1.5e20}. There is no locale, and no {@code E} or {@code +}.
 */
public final class Numbers {
    private Numbers() {}

    /** Returns a number as people write it: {@code 3}, {@code 0.5}, {@code 1e-4}, {@code -0}; {@code nan}, {@code inf}, {@code -inf}. */
    public static String text(double value) {
        return special(value).isEmpty()
                ? Decimal.parse(DoubleToDecimal.toString(value)).text()
                : special(value);
    }

    /** Returns a float as people write it, with the digits that a float needs: {@code 0.1}. */
    public static String text(float value) {
        return special(value).isEmpty()
                ? Decimal.parse(FloatToDecimal.toString(value)).text()
                : special(value);
    }

    /** Returns a number as JSON has it; whole ones keep a {@code .0}, which marks them as doubles. NaN and infinities are {@code null}. */
    public static String json(double value) {
        return special(value).isEmpty() ? asDouble(text(value)) : "null";
    }

    /** Returns a float as JSON has it; see {@link #json(double)}. */
    public static String json(float value) {
        return special(value).isEmpty() ? asDouble(text(value)) : "null";
    }

    /**
     * Returns a number rounded to some significant digits, halves away from zero, zeros at its end included: {@code 0.5000}, {@code 12.84}, {@code 1.235e-4} for 4 digits. The
     * digits before the point are never cut: 12345.6 is {@code 12346}.
     *
     * @param digits at least 1
     */
    public static String significant(double value, int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException("digits must be at least 1, found " + digits);
        }
        if (!special(value).isEmpty() || value == 0) {
            return value == 0 ? "0" : special(value);
        }
        BigDecimal rounded = decimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = Decimal.exponent(rounded);
        if (!Decimal.isPlain(exponent)) {
            return rounded.movePointLeft(exponent)
                            .setScale(digits - 1, RoundingMode.UNNECESSARY)
                            .toPlainString()
                    + "e" + exponent;
        }
        int places = Math.max(0, digits - 1 - exponent);
        return decimal(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(DoubleToDecimal.toString(value));
    }

    private static String asDouble(String text) {
        boolean isWhole = text.indexOf('.') < 0 && text.indexOf('e') < 0;
        return isWhole ? text + ".0" : text;
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : "";
    }
}

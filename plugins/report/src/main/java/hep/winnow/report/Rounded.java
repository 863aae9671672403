package hep.winnow.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same on every JDK and in every locale. */
final class Rounded {
    /** What stands where there is no number. */
    static final String NOTHING = "–";

    private static final int DIGITS = 6;
    private static final int MOST_DECIMALS = 12;

    private Rounded() {}

    /** Returns a number with six significant digits at most. */
    static String of(double x) {
        if (Double.isNaN(x)) {
            return NOTHING;
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(DIGITS)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -5 || exponent > 12
                ? rounded.toString().replace("E+", "e").replace("E", "e")
                : rounded.toPlainString();
    }

    /** Returns a whole number with its thousands parted by commas. */
    static String of(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Returns "value ± error" rounded by the error: to one digit of it, or two where the first is a 1; without an error the value alone. */
    static String of(double value, double error) {
        if (!(error > 0) || Double.isInfinite(error) || Double.isNaN(value) || Double.isInfinite(value)) {
            return of(value);
        }
        BigDecimal two = new BigDecimal(error).round(new MathContext(2));
        int power = two.precision() - two.scale() - 1;
        boolean startsWithOne = two.compareTo(BigDecimal.valueOf(2).scaleByPowerOfTen(power)) < 0;
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, startsWithOne ? 1 - power : -power));
        return fixed(value, decimals) + " ± " + fixed(error, decimals);
    }

    private static String fixed(double x, int decimals) {
        return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Returns a size of a file. */
    static String bytes(long n) {
        if (n < 1000) {
            return n + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double x = n;
        int unit = -1;
        while (x >= 999.5 && unit + 1 < units.length) {
            x /= 1000;
            unit++;
        }
        return new BigDecimal(x).round(new MathContext(3)).toPlainString() + " " + units[unit];
    }

    /** Returns a time span. */
    static String seconds(double s) {
        return s < 60 ? fixed(s, s < 10 ? 1 : 0) + " s" : (long) s / 60 + " min " + (long) s % 60 + " s";
    }
}

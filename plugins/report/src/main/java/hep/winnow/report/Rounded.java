package hep.winnow.report;

import hep.winnow.api.text.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them, the same on every JDK and in every locale. */
final class Rounded {
    /** What stands where there is no number. */
    static final String NOTHING = "–";

    private static final int DIGITS = 6;

    private Rounded() {}

    /** Returns a number with six significant digits at most. */
    static String of(double x) {
        if (Double.isNaN(x)) {
            return NOTHING;
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "−∞";
        }
        return Rounding.shortest(x, DIGITS);
    }

    /** Returns a whole number with its thousands parted by commas. */
    static String of(long n) {
        return Rounding.count(n);
    }

    /** Returns "value ± error" rounded by the error: to one digit of it, or two where the first is a 1; without an error the value alone. */
    static String of(double value, double error) {
        if (!(error > 0) || Double.isInfinite(error) || Double.isNaN(value) || Double.isInfinite(value)) {
            return of(value);
        }
        return Rounding.withError(value, error);
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
        return s < 60 ? Rounding.fixed(s, s < 10 ? 1 : 0) + " s" : (long) s / 60 + " min " + (long) s % 60 + " s";
    }
}

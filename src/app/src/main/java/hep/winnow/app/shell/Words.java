package hep.winnow.app.shell;

import java.util.Locale;

/** Small texts that several commands need. */
public final class Words {
    private Words() {}

    /** Returns a count with its noun: {@code 1 error}, {@code 3 errors}. */
    public static String count(long n, String noun) {
        return grouped(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** Returns a whole number with its digits in groups of three: {@code 50 000}; up to four digits stand together. */
    public static String grouped(long n) {
        return Math.abs(n) < 10_000
                ? Long.toString(n)
                : String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
    }

    /** Returns a time: {@code 0.4 s}, {@code 12 s}, {@code 3:05 min}, {@code 2:10:00 h}. */
    public static String seconds(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** Returns a large number with a prefix: {@code 950}, {@code 12k}, {@code 3.1M}. */
    public static String brief(double n) {
        if (n < 1000) {
            return Long.toString(Math.round(n));
        }
        String[] prefixes = {"k", "M", "G", "T"};
        double value = n / 1000;
        int at = 0;
        while (value >= 999.5 && at < prefixes.length - 1) {
            value /= 1000;
            at++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f%s" : "%.0f%s", value, prefixes[at]);
    }
}

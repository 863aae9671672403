package hep.winnow.core.text;

import hep.winnow.api.diagnostic.UserError;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Sizes in bytes, as text: {@code 12.4 GB}. Decimal prefixes, and binary ones where they are written so. */
public final class Bytes {
    /** The units that may touch a number. */
    public static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB");

    private Bytes() {}

    /** Returns how many bytes a unit has; empty if there is none of that name. */
    public static OptionalDouble unit(String name) {
        int at = UNITS.indexOf(name);
        if (at < 0) {
            return OptionalDouble.empty();
        }
        double base = at < 4 ? 1000 : 1024;
        double bytes = base;
        for (int k = 0; k < at % 4; k++) {
            bytes *= base;
        }
        return OptionalDouble.of(bytes);
    }

    /** Returns a size: {@code 512 bytes}, {@code 64 MB}, {@code 1.2 GB}. */
    public static String text(double bytes) {
        String[] units = {"kB", "MB", "GB", "TB"};
        if (bytes < 1000) {
            return Math.round(bytes) + " bytes";
        }
        double value = bytes / 1000;
        int at = 0;
        while (value >= 999.5 && at < units.length - 1) {
            value /= 1000;
            at++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[at]);
    }

    /**
     * Returns the number that a text such as {@code 2GB}, {@code 1.5GiB} or {@code 50%} stands for: bytes, or a share below 1.
     *
     * @throws UserError if it is none
     */
    public static double parse(String what, String text) {
        String trimmed = text.strip();
        int end = trimmed.length();
        while (end > 0 && (Character.isLetter(trimmed.charAt(end - 1)) || trimmed.charAt(end - 1) == '%')) {
            end--;
        }
        String unit = trimmed.substring(end);
        OptionalDouble factor =
                unit.equals("%") ? OptionalDouble.of(0.01) : unit.isEmpty() ? OptionalDouble.of(1) : unit(unit);
        try {
            double number = Double.parseDouble(trimmed.substring(0, end).strip());
            if (factor.isPresent() && number > 0 && !Double.isInfinite(number)) {
                return number * factor.getAsDouble();
            }
        } catch (NumberFormatException e) {
            throw refusal(what, text).because(e);
        }
        throw refusal(what, text);
    }

    private static UserError refusal(String what, String text) {
        return UserError.data(
                what + " must be a size or a share of the heap, found '" + text + "'",
                "write 2GB or 50%; units are " + String.join(", ", UNITS));
    }
}

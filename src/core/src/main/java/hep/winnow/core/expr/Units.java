package hep.winnow.core.expr;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Names of constants: units, with GeV, pb, mm, ns and radian as 1, and a few numbers. A column, define or param of the same name
 * comes first.
 *
 * <p>{@code mb} is the millibarn; {@code mm} is a length, {@code m} the metre, {@code ms} the millisecond.
 */
public final class Units {
    private static final Map<String, Double> VALUES = new TreeMap<>(Map.ofEntries(
            // energy
            Map.entry("eV", 1e-9),
            Map.entry("keV", 1e-6),
            Map.entry("MeV", 1e-3),
            Map.entry("GeV", 1.0),
            Map.entry("TeV", 1e3),
            // cross-section
            Map.entry("ab", 1e-6),
            Map.entry("fb", 1e-3),
            Map.entry("pb", 1.0),
            Map.entry("nb", 1e3),
            Map.entry("ub", 1e6),
            Map.entry("mb", 1e9),
            // length
            Map.entry("um", 1e-3),
            Map.entry("mm", 1.0),
            Map.entry("cm", 10.0),
            Map.entry("m", 1e3),
            // time
            Map.entry("ps", 1e-3),
            Map.entry("ns", 1.0),
            Map.entry("us", 1e3),
            Map.entry("ms", 1e6),
            Map.entry("s", 1e9),
            // angle
            Map.entry("rad", 1.0),
            Map.entry("deg", Math.PI / 180),
            // numbers
            Map.entry("pi", Math.PI),
            Map.entry("inf", Double.POSITIVE_INFINITY),
            Map.entry("nan", Double.NaN)));

    private Units() {}

    /** Returns the constant of that name, in base units. */
    public static OptionalDouble value(String name) {
        Double value = VALUES.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns all names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(VALUES.keySet());
    }
}

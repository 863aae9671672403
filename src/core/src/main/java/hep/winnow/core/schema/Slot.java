package hep.winnow.core.schema;

import hep.winnow.core.text.Numbers;
import java.util.List;

/**
 * One operand or option of a step.
 *
 * @param name as the macro spells it; for an operand the component's name, for messages
 * @param place where it stands in the statement
 * @param shape what it takes
 * @param doc what it is
 * @param keyword before an operand; empty for none
 * @param isOptional whether it may be left out without a default
 * @param defaultText the default, as text of the macro language; empty for none
 * @param unit of a number; may be empty
 * @param bounds of a number
 * @param alsoKnownAs names of the same thing elsewhere
 */
public record Slot(
        String name,
        Place place,
        Shape shape,
        String doc,
        String keyword,
        boolean isOptional,
        String defaultText,
        String unit,
        Bounds bounds,
        List<String> alsoKnownAs) {
    public Slot {
        alsoKnownAs = List.copyOf(alsoKnownAs);
    }

    /** Where in a statement. */
    public enum Place {
        NAME,
        OPERAND,
        CONDITION,
        OPTION
    }

    /** Bounds of a number. */
    public record Bounds(double min, double max, boolean aboveMin, boolean belowMax) {
        /** No bounds. */
        public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

        /** Tells whether {@code x} lies within; NaN does not. */
        public boolean holds(double x) {
            return (aboveMin ? x > min : x >= min) && (belowMax ? x < max : x <= max);
        }

        /** Returns them in words, such as {@code above 0 and at most 1}; empty if there are none. */
        public String describe() {
            String low = min == Double.NEGATIVE_INFINITY ? "" : (aboveMin ? "above " : "at least ") + Numbers.text(min);
            String high = max == Double.POSITIVE_INFINITY ? "" : (belowMax ? "below " : "at most ") + Numbers.text(max);
            return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
        }
    }
}

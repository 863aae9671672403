package hep.winnow.core.assist;

import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import java.util.ArrayList;
import java.util.List;

/** What a value is, in a few words: type, unit, bounds, default. */
public final class Details {
    private Details() {}

    /** Returns the words, such as {@code a whole number, at least 1; default 100}; may be empty. */
    public static String of(Slot slot) {
        List<String> parts = new ArrayList<>();
        if (slot.place() == Slot.Place.OPTION || hasMore(slot)) {
            parts.add(value(slot));
        }
        if (Usage.isRequired(slot)) {
            parts.add("must be given");
        } else if (slot.place() == Slot.Place.OPTION && !isNothing(slot.defaultText())) {
            parts.add("default " + slot.defaultText());
        }
        return String.join("; ", parts);
    }

    /** Tells whether a default is the empty string or none at all. */
    public static boolean isNothing(String defaultText) {
        return defaultText.isEmpty() || defaultText.equals("\"\"");
    }

    /** The word that stands for an operand of the framework's own types says what it is. */
    private static boolean hasMore(Slot slot) {
        return slot.place() == Slot.Place.OPERAND && !(element(slot.shape()) instanceof Shape.Special);
    }

    private static Shape element(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return element(maybe.element());
        }
        return shape instanceof Shape.ListOf list ? element(list.element()) : shape;
    }

    /** Returns what may be written: type, unit and bounds. */
    public static String value(Slot slot) {
        String words = words(slot.shape());
        String unit = slot.unit().isEmpty() ? "" : " in " + slot.unit();
        String bounds = slot.bounds().describe();
        return words + unit + (bounds.isEmpty() ? "" : ", " + bounds);
    }

    private static String words(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return words(maybe.element());
        }
        if (shape instanceof Shape.OneOf) {
            return "one of these";
        }
        if (shape instanceof Shape.ListOf list && list.element() instanceof Shape.OneOf) {
            return "a list of these";
        }
        return shape.describe();
    }
}

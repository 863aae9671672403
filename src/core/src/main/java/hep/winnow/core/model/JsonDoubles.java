package hep.winnow.core.model;

import hep.winnow.core.text.Numbers;
import java.util.Arrays;
import java.util.List;

/** Doubles in JSON, bit by bit: those that JSON does not have are the strings {@code "nan"}, {@code "inf"} and {@code "-inf"}. */
final class JsonDoubles {
    private JsonDoubles() {}

    static Object toJson(double value) {
        return Double.isFinite(value) ? (Object) value : Numbers.text(value);
    }

    static List<Object> toJson(double[] values) {
        return Arrays.stream(values).mapToObj(JsonDoubles::toJson).toList();
    }

    static double read(Object json) {
        if (json instanceof Number number) {
            return number.doubleValue();
        }
        return switch (String.valueOf(json)) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("expected a number, found " + json);
        };
    }

    static double[] readAll(Object json) {
        return ((List<?>) json).stream().mapToDouble(JsonDoubles::read).toArray();
    }
}

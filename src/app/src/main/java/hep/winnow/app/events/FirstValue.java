package hep.winnow.app.events;

import hep.winnow.api.event.Column;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One value of a column, as JSON has it: a number, a truth value, a string, or the list of an event; {@code "nan"}, {@code "inf"} and {@code "-inf"} are strings. */
final class FirstValue {
    private FirstValue() {}

    static Object of(Column column, int i) {
        if (column instanceof Column.Lists lists) {
            List<Object> items = new ArrayList<>();
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                items.add(of(lists.values(), k));
            }
            return items;
        }
        if (column instanceof Column.Strings c) {
            return c.values()[i];
        }
        if (column instanceof Column.Booleans c) {
            return c.values()[i];
        }
        if (column instanceof Column.Ints c) {
            return c.values()[i];
        }
        if (column instanceof Column.Longs c) {
            return c.values()[i];
        }
        double x = column.number(i);
        if (!Double.isFinite(x)) {
            return Numbers.text(x);
        }
        return column instanceof Column.Floats c ? (Object) c.values()[i] : (Object) x;
    }

    /** Returns such a value as text for people. */
    static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(FirstValue::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Float x) {
            return Numbers.json(x);
        }
        return value instanceof Double x ? Numbers.json(x) : value.toString();
    }
}

package hep.winnow.api.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named results of a statement, in order: what {@code run.json} holds. Values are strings, booleans, whole numbers, doubles (NaN and infinities
 * become null in JSON), facts, and lists of all these.
 */
public final class Facts {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a number. */
    public Facts put(String key, double value) {
        values.put(key, value);
        return this;
    }

    /** Adds a whole number. */
    public Facts put(String key, long value) {
        values.put(key, value);
        return this;
    }

    /** Adds a text. */
    public Facts put(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** Adds a truth value. */
    public Facts put(String key, boolean value) {
        values.put(key, value);
        return this;
    }

    /** Adds facts of their own. */
    public Facts put(String key, Facts value) {
        values.put(key, value);
        return this;
    }

    /** Adds a list of strings, booleans, whole numbers, doubles, facts or such lists. */
    public Facts put(String key, List<?> value) {
        values.put(key, List.copyOf(value));
        return this;
    }

    /** Adds a list of numbers. */
    public Facts put(String key, double[] value) {
        List<Double> list = new ArrayList<>(value.length);
        for (double v : value) {
            list.add(v);
        }
        values.put(key, list);
        return this;
    }

    /** Adds all that other facts hold. */
    public Facts putAll(Facts others) {
        values.putAll(others.values);
        return this;
    }

    /** Returns all, in order; not to be changed. */
    public Map<String, Object> values() {
        return java.util.Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

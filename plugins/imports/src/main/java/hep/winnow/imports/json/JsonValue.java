package hep.winnow.imports.json;

import hep.winnow.api.diagnostic.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON file and where it stands. What is asked of it and not so is an error that names the place. */
public final class JsonValue {
    private static final String DAMAGED = "the file is damaged, or of another version";

    private final String path;
    private final Object value;

    /** Makes a value: a map, a list, {@link Numbers}, a text, a Boolean, or an empty optional for null. */
    JsonValue(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    /** Returns an error that names this place. */
    public UserError error(String message, String help) {
        return UserError.data((path.isEmpty() ? "the file" : path) + ": " + message, help);
    }

    private UserError expected(String what) {
        return error("expected " + what + ", found " + kind(), DAMAGED);
    }

    private String kind() {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof String text) {
            return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
        }
        if (value instanceof Numbers numbers) {
            return numbers.size() + " numbers";
        }
        return value instanceof List<?> list ? "a list of " + list.size() : String.valueOf(value);
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw expected("an object");
    }

    /** Returns the member of an object. */
    public JsonValue get(String name) {
        return find(name).orElseThrow(() -> error("it has no '" + name + "'", DAMAGED));
    }

    /** Returns the member of an object, unless it is not there or null. */
    public Optional<JsonValue> find(String name) {
        Object member = map().get(name);
        return member == null || member instanceof Optional
                ? Optional.empty()
                : Optional.of(new JsonValue(path.isEmpty() ? name : path + "." + name, member));
    }

    /** Returns the names of an object's members, in order. */
    public List<String> names() {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    /** Tells whether it is a list. */
    public boolean isList() {
        return value instanceof List || value instanceof Numbers;
    }

    /** Tells whether it is an object. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Tells whether it is null, as an item of a list may be. */
    public boolean isNull() {
        return value instanceof Optional;
    }

    /** Tells whether it is a text. */
    public boolean isText() {
        return value instanceof String;
    }

    /** Returns how many items a list has. */
    public int size() {
        if (value instanceof Numbers numbers) {
            return numbers.size();
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        throw expected("a list");
    }

    /** Returns the items of a list. */
    public List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (value instanceof Numbers numbers) {
            for (int i = 0; i < numbers.size(); i++) {
                items.add(new JsonValue(path + "[" + i + "]", new JsonNumber(numbers.wide(i), numbers.narrow(i))));
            }
            return items;
        }
        if (!(value instanceof List<?> list)) {
            throw expected("a list");
        }
        for (int i = 0; i < list.size(); i++) {
            items.add(new JsonValue(path + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    /** Returns a text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw expected("a text");
    }

    /** Returns the texts of a list. */
    public List<String> texts() {
        return items().stream().map(JsonValue::text).toList();
    }

    /** Returns true or false; 0 and 1 stand for them too. */
    public boolean bool() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        return integer(0, 1) == 1;
    }

    /** Returns a number, or a text that is one, as some programs write them. */
    public double real() {
        if (value instanceof JsonNumber number) {
            return number.wide();
        }
        if (value instanceof String text && text.matches("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?")) {
            return Double.parseDouble(text);
        }
        throw expected("a number");
    }

    /** As {@link #real()}, rounded once to a float. */
    public float single() {
        double wide = real();
        return value instanceof JsonNumber number
                ? number.narrow()
                : value instanceof String text ? Float.parseFloat(text) : (float) wide;
    }

    /** Returns a whole number between bounds, both included. */
    public int integer(long least, long greatest) {
        double number = real();
        if (number != Math.rint(number) || number < least || number > greatest) {
            throw expected("a whole number from " + least + " to " + greatest);
        }
        return (int) number;
    }

    /** Returns a list of finite floats; there must be {@code count} of them. */
    public float[] floats(int count) {
        float[] out = anyFloats(count);
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(out[i])) {
                throw error("item " + i + " is " + out[i] + ", expected a finite number", DAMAGED);
            }
        }
        return out;
    }

    /** As {@link #floats(int)}, NaN and infinities among them. */
    public float[] anyFloats(int count) {
        Numbers numbers = numbers(count);
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = numbers.narrow(i);
        }
        return out;
    }

    /** Returns a list of whole numbers between bounds, both included; there must be {@code count} of them. */
    public int[] integers(int count, long least, long greatest) {
        Numbers numbers = numbers(count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            double number = numbers.wide(i);
            if (number != Math.rint(number) || number < least || number > greatest) {
                throw error(
                        "item " + i + " is " + number + ", expected a whole number from " + least + " to " + greatest,
                        DAMAGED);
            }
            out[i] = (int) number;
        }
        return out;
    }

    private Numbers numbers(int count) {
        Numbers numbers = value instanceof List<?> list && list.isEmpty() ? new Numbers() : ofNumbers();
        if (numbers.size() != count) {
            throw error("it has " + numbers.size() + " items, expected " + count, DAMAGED);
        }
        return numbers;
    }

    private Numbers ofNumbers() {
        if (value instanceof Numbers numbers) {
            return numbers;
        }
        if (value instanceof List<?> list && list.stream().allMatch(Boolean.class::isInstance)) {
            Numbers numbers = new Numbers();
            list.forEach(b -> numbers.add((Boolean) b ? 1 : 0, (Boolean) b ? 1 : 0));
            return numbers;
        }
        throw expected("a list of numbers");
    }
}

package hep.winnow.core.model;

import hep.winnow.core.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An object that was read from a model file. What is not there or of another kind is an {@link IllegalArgumentException} or {@link ClassCastException}: the file is damaged.
 *
 * @param entry the file inside the zip
 * @param values by name
 */
record JsonObject(String entry, Map<?, ?> values) {
    static JsonObject parse(String entry, byte[] bytes) {
        return of(entry, Json.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static JsonObject of(String entry, Object json) {
        if (json instanceof Map<?, ?> map) {
            return new JsonObject(entry, map);
        }
        throw new IllegalArgumentException(entry + " has a value where an object should be");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(entry + " has no '" + name + "'");
        }
        return value;
    }

    String text(String name) {
        return (String) get(name);
    }

    List<?> list(String name) {
        return (List<?>) get(name);
    }

    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** Returns a list that is left out where it is empty. */
    List<String> textsIfAny(String name) {
        return has(name) ? texts(name) : List.of();
    }

    JsonObject object(String name) {
        return of(entry, get(name));
    }

    List<JsonObject> objects(String name) {
        return list(name).stream().map(o -> of(entry, o)).toList();
    }
}

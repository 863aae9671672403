package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects of JSON, one a line: in the journal, and between a batch and its workers. */
final class Lines {
    private Lines() {}

    /** Returns an object of some keys and values, in turn. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Returns what a line holds; empty if it is no object. */
    static Optional<Map<String, Object>> object(String line) {
        try {
            return Json.parse(line) instanceof Map<?, ?> map ? Optional.of(typed(map)) : Optional.empty();
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> typed(Map<?, ?> map) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return typed;
    }

    /** Returns the object under a key; an empty one if there is none. */
    static Map<String, Object> inner(Map<String, Object> object, String key) {
        return object.get(key) instanceof Map<?, ?> map ? typed(map) : Map.of();
    }

    static String text(Map<String, Object> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    static long number(Map<String, Object> object, String key) {
        return object.get(key) instanceof Long number ? number : 0;
    }

    static List<String> texts(Map<String, Object> object, String key) {
        return object.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}

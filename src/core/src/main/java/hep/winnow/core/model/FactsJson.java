package hep.winnow.core.model;

import hep.winnow.api.run.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes facts of JSON that was made of facts. */
final class FactsJson {
    private FactsJson() {}

    static Facts read(Map<?, ?> json) {
        Facts facts = new Facts();
        json.forEach((name, value) -> put(facts, String.valueOf(name), value));
        return facts;
    }

    private static void put(Facts facts, String key, Object value) {
        if (value instanceof Boolean truth) {
            facts.put(key, truth.booleanValue());
        } else if (value instanceof Long whole) {
            facts.put(key, whole.longValue());
        } else if (value instanceof Double number) {
            facts.put(key, number.doubleValue());
        } else if (value instanceof Map<?, ?> map) {
            facts.put(key, read(map));
        } else if (value instanceof List<?> list) {
            facts.put(key, list.stream().map(FactsJson::item).toList());
        } else if (value instanceof Optional<?>) {
            facts.put(key, Double.NaN);
        } else {
            facts.put(key, String.valueOf(value));
        }
    }

    private static Object item(Object value) {
        if (value instanceof Map<?, ?> map) {
            return read(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FactsJson::item).toList();
        }
        return value instanceof Optional<?> ? (Object) Double.NaN : value;
    }
}

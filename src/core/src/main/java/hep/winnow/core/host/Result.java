package hep.winnow.core.host;

import java.util.List;
import java.util.Map;

/**
 * What a statement found, as {@code run.json} has it: the keys are those of its documentation.
 *
 * @param verb of the statement
 * @param name that it declares, or of what it is about; may be empty
 * @param line of the macro, from 1
 * @param values by key: numbers, texts, truth values, lists of them, and maps
 */
public record Result(String verb, String name, int line, Map<String, Object> values) {
    /**
     * Returns a number.
     *
     * @throws IllegalArgumentException if there is none of that key
     */
    public double number(String key) {
        Object value = values.get(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw lacking("number", key);
    }

    /**
     * Returns a text, or the text of any other value.
     *
     * @throws IllegalArgumentException if there is none of that key
     */
    public String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw lacking("text", key);
        }
        return value.toString();
    }

    /**
     * Returns numbers; what is none is NaN.
     *
     * @throws IllegalArgumentException if there is no list of that key
     */
    public double[] numbers(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream()
                    .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
                    .toArray();
        }
        throw lacking("list", key);
    }

    private IllegalArgumentException lacking(String what, String key) {
        return new IllegalArgumentException("the result of '" + verb + "' in line " + line + " has no " + what + " '"
                + key + "'; it has " + values.keySet());
    }
}

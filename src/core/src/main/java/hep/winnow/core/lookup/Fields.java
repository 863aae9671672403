package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.step.ColumnName;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.verbs.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which columns of a table hold its value, its error, and what else a call can ask for. */
final class Fields {
    static final String ERROR = "error";
    static final String UP = "up";
    static final String DOWN = "down";

    private final Table options;
    private final Map<String, double[]> numbers;

    /** Chooses among columns of numbers that are no keys. */
    Fields(Table options, Map<String, double[]> numbers) {
        this.options = options;
        this.numbers = numbers;
    }

    /** Returns the fields by name, the value as the empty one. */
    Map<String, double[]> find() {
        String value = value();
        double[] values = column(value);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw UserError.data(
                        "row " + (i + 1) + " of the table has no value in column '" + value + "'",
                        "leave the row out: what it stands for is then outside of the table");
            }
        }
        Map<String, double[]> fields = new LinkedHashMap<>();
        fields.put("", values);
        error(value).ifPresent(name -> fields.put(ERROR, column(name)));
        shifted(value, UP, +1, fields);
        shifted(value, DOWN, -1, fields);
        numbers.forEach(fields::putIfAbsent);
        return fields;
    }

    private String value() {
        if (options.value().isPresent()) {
            return options.value().get().name();
        }
        for (String usual : List.of("value", options.name())) {
            if (numbers.containsKey(usual)) {
                return usual;
            }
        }
        if (numbers.size() == 1) {
            return numbers.keySet().iterator().next();
        }
        throw UserError.macro(
                numbers.isEmpty()
                        ? "the table has no column of numbers beside its keys"
                        : "which column is the value of the table? It has " + String.join(", ", numbers.keySet()),
                numbers.isEmpty()
                        ? "a lookup table gives numbers"
                        : "write value=" + numbers.keySet().iterator().next());
    }

    private Optional<String> error(String value) {
        return options.error()
                .map(ColumnName::name)
                .or(() -> List.of(ERROR, value + "_error", value + "_err", "err").stream()
                        .filter(n -> numbers.containsKey(n) && !n.equals(value))
                        .findFirst());
    }

    /** What a column says comes before value ± error. */
    private void shifted(String value, String field, int sign, Map<String, double[]> fields) {
        for (String own : List.of(field, value + "_" + field)) {
            if (numbers.containsKey(own) && !own.equals(value)) {
                fields.put(field, column(own));
                return;
            }
        }
        double[] error = fields.get(ERROR);
        if (error != null) {
            double[] values = column(value);
            double[] out = new double[values.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = values[i] + sign * error[i];
            }
            fields.put(field, out);
        }
    }

    private double[] column(String name) {
        double[] values = numbers.get(name);
        if (values == null) {
            throw unknown(name, numbers.keySet());
        }
        return values;
    }

    /** Returns the error of a column of numbers that is not there. */
    static UserError unknown(String name, Set<String> known) {
        return UserError.macro(
                "the table has no column of numbers '" + name + "' beside its keys",
                Suggestions.nearest(name, known)
                        .map(n -> "did you mean '" + n + "'?")
                        .orElse("there are " + String.join(", ", known)));
    }
}

package hep.winnow.report;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One result of a statement, with the statement.
 *
 * @param statement that found it
 * @param values by name
 */
record Found(RunRecord.Statement statement, Map<String, Object> values) {
    /** Returns all results of a verb, in the order of the macro. */
    static List<Found> of(RunRecord run, String verb) {
        List<Found> out = new ArrayList<>();
        for (RunRecord.Statement statement : run.statements()) {
            if (statement.verb().equals(verb)) {
                statement.results().forEach(facts -> out.add(new Found(statement, facts.values())));
            }
        }
        return out;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns what it is about: the result's own name, or the statement's. */
    String name() {
        return has("name") ? text("name") : statement.name();
    }

    /** Returns a number, or NaN. */
    double number(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    boolean isTrue(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** Returns a value as text, or a dash. */
    String text(String key) {
        Object value = values.get(key);
        return value == null ? Rounded.NOTHING : FactsView.scalar(value);
    }

    /** Returns a number with the error that stands under the same name with {@code _error}. */
    String withError(String key) {
        return has(key) ? Rounded.of(number(key), number(key + "_error")) : Rounded.NOTHING;
    }

    /** Returns facts within, empty if there are none. */
    Map<String, Object> inner(String key) {
        return values.get(key) instanceof Facts facts ? facts.values() : Map.of();
    }
}

package hep.winnow.core.run;

import hep.winnow.api.run.RunRecord;
import hep.winnow.core.macro.Columns;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the statements of a program that were carried out before have left: a run of the rest goes on from it. Immutable.
 *
 * @param done number of the last statement that was carried out; 0 for none
 * @param models by name
 * @param fields of results
 * @param classes of the events, where samples told them; empty if not
 * @param inputs what was read
 * @param statements what was told
 * @param warnings in order
 */
record Earlier(
        int done,
        Map<String, FittedModel> models,
        Map<Columns.FieldKey, Double> fields,
        List<String> classes,
        List<RunRecord.Input> inputs,
        List<RunRecord.Statement> statements,
        List<String> warnings) {
    /** Nothing was carried out. */
    static final Earlier NONE = new Earlier(0, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

    Earlier {
        models = Map.copyOf(models);
        fields = Map.copyOf(fields);
        classes = List.copyOf(classes);
        inputs = List.copyOf(inputs);
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }

    /** Returns the names of models and results that are there. */
    Set<String> results() {
        Set<String> names = new LinkedHashSet<>(models.keySet());
        fields.keySet().forEach(k -> names.add(k.name()));
        statements.stream()
                .map(RunRecord.Statement::name)
                .filter(n -> !n.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** Returns all inputs: what was read again takes the place of what was told of it. */
    List<RunRecord.Input> inputsWith(List<RunRecord.Input> more) {
        Map<String, RunRecord.Input> bySample = new LinkedHashMap<>();
        inputs.forEach(i -> bySample.put(i.sample() + "\n" + i.path(), i));
        more.forEach(i -> bySample.put(i.sample() + "\n" + i.path(), i));
        return List.copyOf(bySample.values());
    }

    /** Returns the records of all statements, in the order of the macro. */
    List<RunRecord.Statement> statementsWith(List<RunRecord.Statement> more) {
        return Stream.concat(statements.stream(), more.stream()).toList();
    }
}

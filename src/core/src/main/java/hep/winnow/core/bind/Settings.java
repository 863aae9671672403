package hep.winnow.core.bind;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.SchemaAccess;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.TypedColumn;
import hep.winnow.core.text.Numbers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Echoes a step's record as text of the macro language, defaults included: what a run did, not only what was written. */
final class Settings {
    private Settings() {}

    /** Returns name and value of each operand and option that is in effect, in the order of the record. */
    static Map<String, String> of(RecordSchema schema, Record value) {
        Map<String, String> out = new LinkedHashMap<>();
        collect(schema, value, out);
        return Collections.unmodifiableMap(out);
    }

    private static void collect(RecordSchema schema, Record value, Map<String, String> out) {
        for (int i = 0; i < schema.members().size(); i++) {
            Object part = SchemaAccess.component(value, i);
            RecordSchema.Member member = schema.members().get(i);
            if (member instanceof RecordSchema.Group group) {
                collect(group.schema(), (Record) part, out);
            } else if (member instanceof RecordSchema.One one && one.slot().place() != Slot.Place.NAME) {
                String text = text(part);
                if (!text.isEmpty()) {
                    out.put(one.slot().name(), text);
                }
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Settings::text).orElse("");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "" : list.stream().map(Settings::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return Numbers.text(number);
        }
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof EventExpression expression) {
            return expression.text();
        }
        if (value instanceof Scope scope) {
            return scope.text();
        }
        if (value instanceof ModelRef model) {
            return model.name();
        }
        if (value instanceof OutputFile file) {
            return quoted(file.name());
        }
        if (value instanceof InputFile file) {
            return quoted(file.text());
        }
        if (value instanceof ColumnName column) {
            return column.name();
        }
        if (value instanceof TypedColumn column) {
            return column.name() + "=" + column.type().name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Interval range) {
            return Numbers.text(range.low()) + ".." + Numbers.text(range.high());
        }
        if (value instanceof Record choice && choice.getClass().isAnnotationPresent(Choice.class)) {
            return choice(choice);
        }
        return value instanceof hep.winnow.core.lang.Expr ? "" : String.valueOf(value);
    }

    private static String choice(Record value) {
        String word = value.getClass().getAnnotation(Choice.class).value();
        Map<String, String> parts = new LinkedHashMap<>();
        collect(SchemaAccess.schema(value.getClass()), value, parts);
        if (word.isEmpty()) {
            return String.join(", ", parts.values());
        }
        return parts.isEmpty()
                ? word
                : parts.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(", ", word + "(", ")"));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}

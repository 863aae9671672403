package hep.winnow.core.schema;

import hep.winnow.api.step.Verb;
import java.util.List;

/**
 * All that is known of a step or measure without running it.
 *
 * @param verb its verb, or the name of a measure
 * @param kind the word behind the verb that tells it from others; empty if it is the only one
 * @param doc what it does
 * @param examples whole statements
 * @param fields what {@code NAME.field} may ask for
 * @param alsoKnownAs what the verb, or, where there are kinds, the kind is called elsewhere
 * @param record its operands and options
 * @param plugin the id of the plugin that brings it; {@code core} for the framework
 */
public record StepSchema(
        String verb,
        String kind,
        String doc,
        List<String> examples,
        List<String> fields,
        List<String> alsoKnownAs,
        RecordSchema record,
        String plugin) {
    public StepSchema {
        examples = List.copyOf(examples);
        fields = List.copyOf(fields);
        alsoKnownAs = List.copyOf(alsoKnownAs);
    }

    /** Reads the schema of an annotated record; an {@link IllegalArgumentException} says what a plugin's author has to mend. */
    public static StepSchema of(Class<?> type, String plugin) {
        Verb verb = type.getAnnotation(Verb.class);
        if (verb == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " must be a record with @Verb");
        }
        return new StepSchema(
                verb.value(),
                verb.kind(),
                verb.doc(),
                List.of(verb.examples()),
                List.of(verb.fields()),
                List.of(verb.alsoKnownAs()),
                SchemaReader.read(type.asSubclass(Record.class)),
                plugin);
    }

    /** Tells whether other programs call it so, in whatever case. */
    public boolean isCalledElsewhere(String word) {
        return alsoKnownAs.stream().anyMatch(word::equalsIgnoreCase);
    }

    /** Returns the verb and, if there is one, the kind. */
    public String title() {
        return kind.isEmpty() ? verb : verb + " " + kind;
    }
}

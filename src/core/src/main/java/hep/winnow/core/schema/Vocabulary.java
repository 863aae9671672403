package hep.winnow.core.schema;

import hep.winnow.api.step.EventFormat;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All verbs and measures that a macro can use. Immutable. */
public final class Vocabulary {
    private final Map<String, Map<String, StepSchema>> steps = new TreeMap<>();
    private final Map<String, StepSchema> measures = new TreeMap<>();
    private final List<EventFormat> formats;

    /**
     * Makes a vocabulary; a verb (with its kind) or measure that stands twice is an {@link IllegalArgumentException}.
     *
     * @param steps all verbs, those of the formats among them
     * @param measures functions of samples and models
     * @param formats of files that can be told by their bytes
     */
    public Vocabulary(Collection<StepSchema> steps, Collection<StepSchema> measures, Collection<EventFormat> formats) {
        this.formats = List.copyOf(formats);
        for (StepSchema schema : steps) {
            StepSchema other = this.steps
                    .computeIfAbsent(schema.verb(), v -> new TreeMap<>())
                    .putIfAbsent(schema.kind(), schema);
            if (other != null) {
                throw twice(schema.title(), schema, other);
            }
        }
        for (StepSchema schema : measures) {
            StepSchema other = this.measures.putIfAbsent(schema.verb(), schema);
            if (other != null) {
                throw twice(schema.verb(), schema, other);
            }
        }
    }

    private static IllegalArgumentException twice(String what, StepSchema a, StepSchema b) {
        return new IllegalArgumentException(
                "'" + what + "' is brought by plugin " + a.plugin() + " and by plugin " + b.plugin());
    }

    /** Returns all verbs, sorted. */
    public List<String> verbs() {
        return List.copyOf(steps.keySet());
    }

    /** Returns the kinds of a verb, sorted; {@code [""]} for a verb of one step, empty for an unknown verb. */
    public List<String> kinds(String verb) {
        return List.copyOf(steps.getOrDefault(verb, Map.of()).keySet());
    }

    /** Returns the step of a verb and kind. */
    public Optional<StepSchema> step(String verb, String kind) {
        return Optional.ofNullable(steps.getOrDefault(verb, Map.of()).get(kind));
    }

    /** Returns the measure of that name. */
    public Optional<StepSchema> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** Returns the formats of files. */
    public List<EventFormat> formats() {
        return formats;
    }

    /** Returns all steps, by verb and kind. */
    public List<StepSchema> steps() {
        return steps.values().stream().flatMap(kinds -> kinds.values().stream()).toList();
    }

    /** Returns all measures, by name. */
    public List<StepSchema> measures() {
        return List.copyOf(measures.values());
    }
}

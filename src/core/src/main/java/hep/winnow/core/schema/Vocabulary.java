package hep.winnow.core.schema;

import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All verbs and measures that a macro can use. Immutable. */
public final class Vocabulary {
    private final Map<String, Map<String, StepSchema>> steps = new TreeMap<>();
    private final Map<String, StepSchema> measures = new TreeMap<>();
    private final List<EventFormat> formats;
    private final List<EventWriterFormat> writers;
    private final List<ModelFormat> modelFormats;
    private final List<ModelWriter> modelWriters;
    private final Map<String, DefinedVerb> defined = new TreeMap<>();

    /**
     * Makes a vocabulary; a verb (with its kind) or measure that stands twice, and two writers of one name or ending, are an {@link IllegalArgumentException}.
     *
     * @param steps all verbs, those of the formats among them
     * @param measures functions of samples and models
     * @param formats of files that can be told by their bytes
     * @param writers of events, in order
     * @param modelFormats of models of other programs
     * @param modelWriters of models for other programs, in order
     */
    public Vocabulary(
            Collection<StepSchema> steps,
            Collection<StepSchema> measures,
            Collection<EventFormat> formats,
            Collection<EventWriterFormat> writers,
            Collection<ModelFormat> modelFormats,
            Collection<ModelWriter> modelWriters) {
        this.formats = List.copyOf(formats);
        this.modelFormats = List.copyOf(modelFormats);
        this.writers = List.copyOf(writers);
        this.modelWriters = List.copyOf(modelWriters);
        checkWriters();
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

    /** Returns the same with verbs that are written in the language; a verb that there is already is an {@link IllegalArgumentException}. */
    public Vocabulary with(Collection<DefinedVerb> more) {
        Vocabulary all = new Vocabulary(steps(), measures(), formats, writers, modelFormats, modelWriters);
        all.defined.putAll(defined);
        for (DefinedVerb verb : more) {
            StepSchema schema = verb.schema();
            Map<String, StepSchema> other = all.steps.putIfAbsent(schema.verb(), new TreeMap<>(Map.of("", schema)));
            if (other != null) {
                throw twice(schema.verb(), schema, other.values().iterator().next());
            }
            all.defined.put(schema.verb(), verb);
        }
        return all;
    }

    /** Returns the verb of that name, if it is written in the language. */
    public Optional<DefinedVerb> defined(String verb) {
        return Optional.ofNullable(defined.get(verb));
    }

    private void checkWriters() {
        Set<String> taken = new HashSet<>();
        for (EventWriterFormat writer : writers) {
            List<String> own = new ArrayList<>(writer.endings());
            own.add(writer.name());
            for (String name : own) {
                if (!taken.add(name)) {
                    throw new IllegalArgumentException("files of '" + name + "' are written by two plugins");
                }
            }
        }
        for (ModelWriter writer : modelWriters) {
            for (String name : List.of("model " + writer.name(), "model *" + writer.ending())) {
                if (!taken.add(name)) {
                    throw new IllegalArgumentException("a " + name + " is written by two plugins");
                }
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

    /**
     * Returns the verb, or, if {@code verb} is given, its kind, that is called so in other programs.
     *
     * @param verb whose kinds are looked at; empty for verbs of one step
     * @param word in whatever case
     */
    public Optional<StepSchema> knownElsewhere(String verb, String word) {
        return steps().stream()
                .filter(s -> verb.isEmpty() ? s.kind().isEmpty() : s.verb().equals(verb))
                .filter(s -> s.isCalledElsewhere(word))
                .findFirst();
    }

    /** Returns the measure of that name. */
    public Optional<StepSchema> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** Returns the formats of files. */
    public List<EventFormat> formats() {
        return formats;
    }

    /** Returns the formats that events can be written in. */
    public List<EventWriterFormat> writers() {
        return writers;
    }

    /** Returns the formats of models of other programs. */
    public List<ModelFormat> modelFormats() {
        return modelFormats;
    }

    /** Returns the format whose ending, the longest that fits, a file's name has; in whatever case. */
    public Optional<EventWriterFormat> writerOf(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        Optional<EventWriterFormat> told = Optional.empty();
        int longest = 0;
        for (EventWriterFormat writer : writers) {
            for (String ending : writer.endings()) {
                if (name.endsWith(ending) && ending.length() > longest) {
                    told = Optional.of(writer);
                    longest = ending.length();
                }
            }
        }
        return told;
    }

    /** Returns the forms that models can be exported in. */
    public List<ModelWriter> modelWriters() {
        return modelWriters;
    }

    /** Returns the writer whose ending a file's name has; in whatever case. */
    public Optional<ModelWriter> modelWriterOf(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return modelWriters.stream().filter(w -> name.endsWith(w.ending())).findFirst();
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

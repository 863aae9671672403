package hep.winnow.app.doc;

import hep.winnow.api.function.EventFunction;
import hep.winnow.app.shell.Installation;
import hep.winnow.core.Winnow;
import hep.winnow.core.assist.ControlStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Set;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be looked up: made of what is installed. */
final class Manual {
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, String> plugins = new LinkedHashMap<>();

    Manual(Installation installation) {
        Winnow winnow = installation.winnow();
        plugins.put("core", "The framework: events in and out, selection, histograms, splits.");
        installation.plugins().stream()
                .sorted(java.util.Comparator.comparing(LoadedPlugin::id))
                .forEach(p -> plugins.put(p.id(), p.plugin().description()));
        ControlStatement.ALL.forEach(c -> topics.add(new Topic.OfControl(c)));
        topics.add(new Topic.Step(StepSchema.of(Set.class, "core")));
        winnow.vocabulary().steps().forEach(s -> topics.add(new Topic.Step(s)));
        winnow.vocabulary().measures().forEach(m -> topics.add(new Topic.OfMeasure(m)));
        Map<String, String> owners = owners(installation);
        for (EventFunction function : winnow.functions().all()) {
            topics.add(Topic.OfFunction.of(function, owners.getOrDefault(function.name(), "core")));
        }
        winnow.functions().ofLists().forEach(f -> topics.add(Topic.OfFunction.of(f)));
    }

    private static Map<String, String> owners(Installation installation) {
        Map<String, String> owners = new LinkedHashMap<>();
        installation.plugins().forEach(p -> p.plugin().functions().forEach(f -> owners.put(f.name(), p.id())));
        return owners;
    }

    /** Returns all topics. */
    List<Topic> topics() {
        return List.copyOf(topics);
    }

    /** Returns the topics of a plugin. */
    List<Topic> topics(String plugin) {
        return topics.stream().filter(t -> t.plugin().equals(plugin)).toList();
    }

    /** Returns the ids of the plugins with what they are for, core first. */
    Map<String, String> plugins() {
        return new LinkedHashMap<>(plugins);
    }

    /** Returns what is called by these words: a verb, a verb and its kind, a kind alone, a function. */
    List<Topic> find(String words) {
        List<Topic> exact = topics.stream().filter(t -> t.title().equals(words)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Topic> ofVerb = topics.stream()
                .filter(t -> t instanceof Topic.Step s && s.schema().verb().equals(words))
                .toList();
        if (!ofVerb.isEmpty()) {
            return ofVerb;
        }
        return topics.stream()
                .filter(t -> t instanceof Topic.Step s && s.schema().kind().equals(words))
                .toList();
    }

    /** Returns what other programs call by that word. */
    List<Topic> knownElsewhere(String word) {
        return topics.stream()
                .filter(t -> t instanceof Topic.Step s && s.schema().isCalledElsewhere(word))
                .toList();
    }

    /** An option, and where it belongs. */
    record Mention(Topic topic, Slot slot) {}

    /** Returns the options of that name, those that other programs call so, and those that take it as a word. */
    List<Mention> mentions(String word) {
        List<Mention> found = new ArrayList<>();
        for (Topic topic : topics) {
            slots(topic).stream()
                    .filter(s -> s.place() == Slot.Place.OPTION)
                    .filter(s -> s.name().equals(word)
                            || s.alsoKnownAs().contains(word)
                            || words(s.shape()).contains(word))
                    .forEach(s -> found.add(new Mention(topic, s)));
        }
        return found;
    }

    static List<Slot> slots(Topic topic) {
        if (topic instanceof Topic.Step step) {
            return step.schema().record().slots();
        }
        return topic instanceof Topic.OfMeasure measure
                ? measure.schema().record().slots()
                : List.of();
    }

    /** Returns the words that a value may be. */
    static List<String> words(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return words(maybe.element());
        }
        if (shape instanceof Shape.ListOf list) {
            return words(list.element());
        }
        if (shape instanceof Shape.Word word) {
            return word.words();
        }
        if (shape instanceof Shape.OneOf choice) {
            return choice.alternatives().stream()
                    .map(Shape.Alternative::word)
                    .filter(w -> !w.isEmpty())
                    .toList();
        }
        return List.of();
    }

    /** Returns the title or option that is nearest to words that name nothing. */
    Optional<String> nearest(String words) {
        java.util.Set<String> titles = new LinkedHashSet<>();
        for (Topic topic : topics) {
            titles.add(topic.title());
            if (topic instanceof Topic.Step step) {
                titles.add(step.schema().verb());
                if (!step.schema().kind().isEmpty()) {
                    titles.add(step.schema().kind());
                }
            }
        }
        topics.forEach(t ->
                slots(t).stream().filter(s -> s.place() == Slot.Place.OPTION).forEach(s -> titles.add(s.name())));
        return Suggestions.nearest(words, titles);
    }
}

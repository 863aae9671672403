package hep.winnow.app.doc;

import hep.winnow.api.run.Facts;
import hep.winnow.core.assist.Usage;
import hep.winnow.core.expr.Units;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.util.ArrayList;
import java.util.List;

/** All topics as data, for editors: what can stand where, and what it means. */
final class CompletionData {
    private static final List<String> KEYWORDS = List.of("from", "on", "in", "to", "vs", "into", "extends");

    private final Manual manual;
    private final String version;

    CompletionData(Manual manual, String version) {
        this.manual = manual;
        this.version = version;
    }

    /** Returns the data. */
    Facts facts() {
        List<Facts> verbs = new ArrayList<>();
        List<Facts> measures = new ArrayList<>();
        List<Facts> functions = new ArrayList<>();
        List<Facts> statements = new ArrayList<>();
        for (Topic topic : manual.topics()) {
            if (topic instanceof Topic.Step step) {
                verbs.add(step(topic, step.schema()));
            } else if (topic instanceof Topic.OfMeasure measure) {
                measures.add(step(topic, measure.schema()));
            } else if (topic instanceof Topic.OfFunction) {
                functions.add(basic(topic));
            } else {
                statements.add(basic(topic).put("examples", topic.examples()));
            }
        }
        return new Facts()
                .put("version", version)
                .put("statements", statements)
                .put("verbs", verbs)
                .put("measures", measures)
                .put("functions", functions)
                .put("keywords", KEYWORDS)
                .put("units", Units.names());
    }

    private static Facts basic(Topic topic) {
        return new Facts()
                .put("name", topic.title())
                .put("plugin", topic.plugin())
                .put("usage", topic.usage())
                .put("doc", topic.doc());
    }

    private static Facts step(Topic topic, StepSchema schema) {
        List<Facts> operands = new ArrayList<>();
        List<Facts> options = new ArrayList<>();
        for (Slot slot : schema.record().slots()) {
            (slot.place() == Slot.Place.OPTION ? options : operands).add(slot(slot));
        }
        return basic(topic)
                .put("verb", schema.verb())
                .put("kind", schema.kind())
                .put("examples", schema.examples())
                .put("fields", schema.fields())
                .put("operands", operands)
                .put("options", options);
    }

    private static Facts slot(Slot slot) {
        Facts facts = new Facts().put("name", slot.name());
        switch (slot.place()) {
            case NAME -> facts.put("place", "name");
            case CONDITION -> facts.put("place", "condition");
            case OPERAND -> facts.put("place", "operand").put("keyword", slot.keyword());
            case OPTION -> facts.put("required", Usage.isRequired(slot));
        }
        facts.put("takes", slot.shape().describe()).put("usage", Usage.placeholder(slot.shape()));
        if (!slot.defaultText().isEmpty()) {
            facts.put("default", slot.defaultText());
        }
        if (!slot.unit().isEmpty()) {
            facts.put("unit", slot.unit());
        }
        if (!slot.bounds().describe().isEmpty()) {
            facts.put("bounds", slot.bounds().describe());
        }
        facts.put("doc", slot.doc());
        if (!slot.alsoKnownAs().isEmpty()) {
            facts.put("also_known_as", slot.alsoKnownAs());
        }
        List<Facts> words = words(slot.shape());
        return words.isEmpty() ? facts : facts.put("words", words);
    }

    private static List<Facts> words(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return words(maybe.element());
        }
        if (shape instanceof Shape.ListOf list) {
            return words(list.element());
        }
        if (shape instanceof Shape.Word word) {
            return word.words().stream().map(w -> new Facts().put("word", w)).toList();
        }
        if (shape instanceof Shape.OneOf choice) {
            return choice.alternatives().stream()
                    .filter(a -> !a.word().isEmpty())
                    .map(CompletionData::word)
                    .toList();
        }
        return List.of();
    }

    private static Facts word(Shape.Alternative alternative) {
        List<Facts> options = new ArrayList<>();
        alternative.schema().slots().forEach(s -> options.add(slot(s)));
        return new Facts()
                .put("word", alternative.word())
                .put("doc", alternative.doc())
                .put("options", options);
    }
}

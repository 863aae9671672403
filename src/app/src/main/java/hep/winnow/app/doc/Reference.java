package hep.winnow.app.doc;

import hep.winnow.core.assist.Details;
import hep.winnow.core.assist.Usage;
import hep.winnow.core.expr.Units;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All topics as one page of Markdown. */
final class Reference {
    private final Manual manual;
    private final StringBuilder out = new StringBuilder();

    Reference(Manual manual) {
        this.manual = manual;
    }

    /** Returns the page. */
    String text() {
        out.append("# Reference\n\n");
        out.append(
                "Every verb, option, function and unit. Made by `./winnow doc --markdown` from the plugins; not to be edited.\n");
        out.append("The language itself stands in [language.md](language.md).\n\n");
        contents();
        for (Map.Entry<String, String> plugin : manual.plugins().entrySet()) {
            List<Topic> topics = manual.topics(plugin.getKey());
            if (!topics.isEmpty()) {
                plugin(plugin.getKey(), plugin.getValue(), topics);
            }
        }
        units();
        return out.toString();
    }

    private void contents() {
        out.append("| plugin | verbs | functions |\n|---|---|---|\n");
        for (String plugin : manual.plugins().keySet()) {
            List<Topic> topics = manual.topics(plugin);
            if (!topics.isEmpty()) {
                String verbs = links(topics.stream()
                        .filter(t -> t instanceof Topic.Step || t instanceof Topic.OfControl)
                        .toList());
                String measures = links(topics.stream()
                        .filter(t -> t instanceof Topic.OfMeasure)
                        .toList());
                boolean hasFunctions = topics.stream().anyMatch(t -> t instanceof Topic.OfFunction);
                String functions = hasFunctions ? "[functions of an event](#functions-of-an-event-" + plugin + ")" : "";
                String gap = measures.isEmpty() || functions.isEmpty() ? "" : ", ";
                out.append("| ").append(plugin).append(" | ").append(verbs).append(" | ");
                out.append(measures).append(gap).append(functions).append(" |\n");
            }
        }
        out.append('\n');
    }

    private static String links(List<Topic> topics) {
        return topics.stream()
                .map(t -> "[" + t.title() + "](#" + t.title().replace(' ', '-') + ")")
                .collect(Collectors.joining(", "));
    }

    private void plugin(String id, String description, List<Topic> topics) {
        out.append("## ").append(id).append("\n\n");
        if (!description.isEmpty()) {
            out.append(escape(description)).append("\n\n");
        }
        topics.stream().filter(t -> !(t instanceof Topic.OfFunction)).forEach(this::topic);
        List<Topic> functions =
                topics.stream().filter(t -> t instanceof Topic.OfFunction).toList();
        if (!functions.isEmpty()) {
            out.append("### Functions of an event: ").append(id).append("\n\n");
            out.append("| function | gives |\n|---|---|\n");
            functions.forEach(f -> out.append("| `")
                    .append(f.usage())
                    .append("` | ")
                    .append(escape(f.doc()))
                    .append(" |\n"));
            out.append('\n');
        }
    }

    private void topic(Topic topic) {
        out.append("### ").append(topic.title()).append("\n\n");
        out.append("```\n").append(topic.usage()).append("\n```\n\n");
        out.append(escape(topic.doc())).append("\n\n");
        if (!topic.alsoKnownAs().isEmpty()) {
            out.append(elsewhere(topic.alsoKnownAs())).append("\n\n");
        }
        List<Slot> slots = Manual.slots(topic);
        operands(slots.stream().filter(s -> s.place() != Slot.Place.OPTION).toList());
        options(slots.stream().filter(s -> s.place() == Slot.Place.OPTION).toList());
        if (topic instanceof Topic.Step step && !step.schema().fields().isEmpty()) {
            String fields =
                    step.schema().fields().stream().map(f -> "`NAME." + f + "`").collect(Collectors.joining(", "));
            out.append("Results: ").append(fields).append("\n\n");
        }
        if (!topic.examples().isEmpty()) {
            out.append("```\n").append(String.join("\n", topic.examples())).append("\n```\n\n");
        }
    }

    private void operands(List<Slot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        out.append("| operand | is |\n|---|---|\n");
        for (Slot slot : slots) {
            String name = switch (slot.place()) {
                case NAME -> "NAME";
                case CONDITION -> ": EXPR";
                default -> (slot.keyword().isEmpty() ? "" : slot.keyword() + " ") + Usage.placeholder(slot.shape());
            };
            String left = slot.isOptional() ? " (may be left out)" : "";
            out.append("| ")
                    .append(code(name))
                    .append(" | ")
                    .append(escape(slot.doc()))
                    .append(left)
                    .append(" |\n");
        }
        out.append('\n');
    }

    private void options(List<Slot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        out.append("| option | default | takes | does |\n|---|---|---|---|\n");
        for (Slot slot : slots) {
            String value = Usage.isRequired(slot)
                    ? "must be given"
                    : Details.isNothing(slot.defaultText()) ? "" : code(slot.defaultText());
            out.append("| ")
                    .append(code(slot.name()))
                    .append(" | ")
                    .append(value)
                    .append(" | ");
            out.append(takes(slot))
                    .append(" | ")
                    .append(escape(slot.doc()))
                    .append(slot.alsoKnownAs().isEmpty() ? "" : " <br>" + elsewhere(slot.alsoKnownAs()))
                    .append(" |\n");
        }
        out.append('\n');
    }

    private static String takes(Slot slot) {
        List<Usage.ChoiceLine> choices = Usage.choices(slot.shape());
        if (choices.isEmpty()) {
            return escape(Details.value(slot));
        }
        return choices.stream()
                .map(c -> code(c.usage()) + " " + escape(c.doc()))
                .collect(Collectors.joining("<br>"));
    }

    private static String elsewhere(List<String> names) {
        return "Elsewhere: " + names.stream().map(Reference::code).collect(Collectors.joining(", "));
    }

    private void units() {
        out.append("## Units and constants\n\n");
        out.append("A column, define or param of the same name comes first.\n\n| name | value |\n|---|---|\n");
        for (String name : Units.names()) {
            String value = Numbers.text(Units.value(name).orElseThrow());
            out.append("| ").append(code(name)).append(" | ").append(value).append(" |\n");
        }
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }
}

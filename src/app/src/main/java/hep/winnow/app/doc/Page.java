package hep.winnow.app.doc;

import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.core.assist.Details;
import hep.winnow.core.assist.Usage;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.Slot;
import java.util.ArrayList;
import java.util.List;

/** A topic as a page of text. */
final class Page {
    private static final int INDENT = 2;
    private static final int MAX_NAME = 14;
    private static final int CHOICE_WIDTH = 17;

    private final Topic topic;
    private final Paint paint;
    private final int columns;
    private final StringBuilder out = new StringBuilder();

    Page(Topic topic, Paint paint, int columns) {
        this.topic = topic;
        this.paint = paint;
        this.columns = columns;
    }

    /** Returns the page; each line ends in a line end. */
    String text() {
        String[] usage = Prose.wrap(topic.usage(), columns, 4).split("\n", -1);
        for (String line : usage) {
            out.append(paint.bold(line)).append('\n');
        }
        out.append('\n');
        if (!topic.doc().isEmpty()) {
            prose(topic.doc(), INDENT);
        }
        out.append(paint.dim("  (" + topic.kind() + ", " + origin() + ")")).append('\n');
        elsewhere(topic.alsoKnownAs(), INDENT);
        List<Slot> slots = Manual.slots(topic);
        section(
                "What stands where",
                slots.stream().filter(s -> s.place() != Slot.Place.OPTION).toList());
        section("Options", ordered(slots));
        fields();
        examples();
        return out.toString();
    }

    /** Returns the page of one of its options. */
    String option(Slot slot) {
        out.append(paint.bold(Usage.option(slot)))
                .append("   option of ")
                .append(topic.title())
                .append('\n');
        prose(slot.doc(), INDENT);
        details(slot, INDENT);
        return out.toString();
    }

    private String origin() {
        return switch (topic.plugin()) {
            case "core" -> "of the framework";
            case DefinedVerb.MACRO -> "of this macro";
            default -> "of plugin " + topic.plugin();
        };
    }

    /** Returns the options, those that must be given first. */
    private static List<Slot> ordered(List<Slot> slots) {
        List<Slot> options = new ArrayList<>(
                slots.stream().filter(s -> s.place() == Slot.Place.OPTION).toList());
        options.sort(java.util.Comparator.comparing(s -> !Usage.isRequired(s)));
        return options;
    }

    private void section(String title, List<Slot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        out.append('\n').append(paint.bold(title)).append('\n');
        int width = Math.min(
                MAX_NAME, slots.stream().mapToInt(s -> name(s).length()).max().orElse(0));
        for (Slot slot : slots) {
            slot(slot, width);
        }
    }

    private static String name(Slot slot) {
        return switch (slot.place()) {
            case NAME -> "NAME";
            case CONDITION -> ": EXPR";
            case OPERAND -> (slot.keyword().isEmpty() ? "" : slot.keyword() + " ") + Usage.placeholder(slot.shape());
            case OPTION -> slot.name();
        };
    }

    private void slot(Slot slot, int width) {
        int margin = INDENT + width + 2;
        String name = name(slot);
        boolean isFree = slot.isOptional() && slot.place() != Slot.Place.OPTION;
        List<String> lines = wrapped(slot.doc() + (isFree ? " (may be left out)" : ""), margin);
        out.append(" ".repeat(INDENT)).append(paint.cyan(name));
        if (name.length() > width) {
            out.append('\n').append(" ".repeat(margin));
        } else {
            out.append(" ".repeat(width - name.length() + 2));
        }
        out.append(String.join("\n" + " ".repeat(margin), lines)).append('\n');
        details(slot, margin);
    }

    private void details(Slot slot, int margin) {
        String more = Details.of(slot);
        if (!more.isEmpty()) {
            dim(more, margin);
        }
        Usage.choices(slot.shape()).forEach(choice -> choice(choice, margin + 2));
        elsewhere(slot.alsoKnownAs(), margin);
    }

    private void elsewhere(List<String> names, int margin) {
        if (!names.isEmpty()) {
            dim("elsewhere: " + String.join(", ", names), margin);
        }
    }

    private void dim(String text, int margin) {
        wrapped(text, margin)
                .forEach(line ->
                        out.append(" ".repeat(margin)).append(paint.dim(line)).append('\n'));
    }

    /** A word and what it means, side by side where there is room. */
    private void choice(Usage.ChoiceLine choice, int margin) {
        String word = choice.usage();
        String further = "\n" + " ".repeat(margin + 2);
        out.append(" ".repeat(margin)).append(paint.cyan(String.join(further, wrapped(word, margin + 2))));
        boolean isLong = word.length() > CHOICE_WIDTH;
        String gap = isLong ? "\n" + " ".repeat(margin + 4) : " ".repeat(CHOICE_WIDTH - word.length() + 2);
        int indent = isLong ? margin + 4 : margin + CHOICE_WIDTH + 2;
        out.append(gap)
                .append(String.join("\n" + " ".repeat(indent), wrapped(choice.doc(), indent)))
                .append('\n');
    }

    private void fields() {
        if (topic instanceof Topic.Step step && !step.schema().fields().isEmpty()) {
            out.append('\n').append(paint.bold("Results")).append('\n');
            List<String> fields =
                    step.schema().fields().stream().map(f -> "NAME." + f).toList();
            prose(String.join(", ", fields), INDENT);
        }
    }

    private void examples() {
        if (!topic.examples().isEmpty()) {
            out.append('\n').append(paint.bold("Examples")).append('\n');
            topic.examples()
                    .forEach(e -> out.append(" ".repeat(INDENT)).append(e).append('\n'));
        }
    }

    private void prose(String text, int margin) {
        wrapped(text, margin)
                .forEach(line -> out.append(" ".repeat(margin)).append(line).append('\n'));
    }

    private List<String> wrapped(String text, int margin) {
        return List.of(Prose.wrap(text, Math.max(30, columns - margin), 0).split("\n", -1));
    }
}

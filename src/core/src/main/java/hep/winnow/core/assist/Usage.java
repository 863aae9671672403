package hep.winnow.core.assist;

import hep.winnow.api.step.ReadStep;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How things are written, with words in capitals for what the user puts in. */
public final class Usage {
    private Usage() {}

    /** Returns a statement: {@code train NAME = mlp on EVENTS vars=[EXPR, …] OPTIONS}. */
    public static String ofStep(StepSchema schema) {
        StringBuilder out = new StringBuilder(schema.verb());
        List<Slot> operands = schema.record().slots(Slot.Place.OPERAND);
        boolean isFormat = ReadStep.class.isAssignableFrom(schema.record().type());
        boolean hasEquals = !schema.kind().isEmpty() && !isFormat
                || !operands.isEmpty() && operands.get(0).keyword().isEmpty();
        for (Slot name : schema.record().slots(Slot.Place.NAME)) {
            String text = "NAME" + (hasEquals ? " =" : "");
            out.append(' ').append(name.isOptional() ? "[" + text + "]" : text);
        }
        if (isFormat) {
            out.append(" [= ").append(schema.kind()).append(']');
        } else if (!schema.kind().isEmpty()) {
            out.append(' ').append(schema.kind());
        }
        operands.forEach(o -> out.append(' ').append(operand(o)));
        schema.record().slots(Slot.Place.CONDITION).forEach(c -> out.append(c.isOptional() ? " [: EXPR]" : " : EXPR"));
        List<Slot> options = schema.record().slots(Slot.Place.OPTION);
        options.stream().filter(Usage::isRequired).forEach(o -> out.append(' ').append(option(o)));
        if (schema.verb().equals("region")) {
            out.append(" { cut … }");
        } else if (options.stream().anyMatch(o -> !isRequired(o))) {
            out.append(" OPTIONS");
        }
        return out.toString();
    }

    /** Returns a call: {@code auc(EXPR, EVENTS)}. */
    public static String ofMeasure(StepSchema schema) {
        List<String> arguments = new ArrayList<>();
        for (Slot slot : schema.record().slots(Slot.Place.OPERAND)) {
            String text = placeholder(slot.shape());
            arguments.add(slot.isOptional() ? "[" + text + "]" : text);
        }
        for (Slot slot : schema.record().slots(Slot.Place.OPTION)) {
            arguments.add(isRequired(slot) ? option(slot) : "[" + option(slot) + "]");
        }
        return schema.verb() + "(" + String.join(", ", arguments) + ")";
    }

    private static String operand(Slot slot) {
        String text = (slot.keyword().isEmpty() ? "" : slot.keyword() + " ") + placeholder(slot.shape());
        return slot.isOptional() ? "[" + text + "]" : text;
    }

    /** Returns an option: {@code vars=[EXPR, …]}. */
    public static String option(Slot slot) {
        return slot.name() + "=" + placeholder(slot.shape());
    }

    /** Tells whether an option must be given. */
    public static boolean isRequired(Slot slot) {
        return slot.place() == Slot.Place.OPTION
                && !slot.isOptional()
                && slot.defaultText().isEmpty();
    }

    /** Returns what to write for a value. */
    public static String placeholder(Shape shape) {
        if (shape instanceof Shape.Num number) {
            return number.isInteger() ? "N" : "X";
        }
        if (shape instanceof Shape.Bool) {
            return "true|false";
        }
        if (shape instanceof Shape.Text) {
            return "\"TEXT\"";
        }
        if (shape instanceof Shape.Word word) {
            return String.join("|", word.words());
        }
        if (shape instanceof Shape.OneOf choice) {
            return choice.alternatives().stream().map(Usage::alternative).collect(Collectors.joining("|"));
        }
        if (shape instanceof Shape.ListOf list) {
            return "[" + placeholder(list.element()) + ", …]";
        }
        if (shape instanceof Shape.Maybe maybe) {
            return placeholder(maybe.element());
        }
        return special(((Shape.Special) shape).kind());
    }

    private static String alternative(Shape.Alternative alternative) {
        if (alternative.word().isEmpty()) {
            return "X";
        }
        return alternative.schema().slots().isEmpty() ? alternative.word() : alternative.word() + "(…)";
    }

    private static String special(Shape.Special.Kind kind) {
        return switch (kind) {
            case INTERVAL -> "LOW..HIGH";
            case EXPRESSION, LISTS, SYNTAX -> "EXPR";
            case SCOPE -> "EVENTS";
            case MODEL -> "MODEL";
            case OUTPUT, INPUT -> "\"FILE\"";
            case COLUMN -> "COLUMN";
            case TYPED_COLUMN -> "COLUMN=TYPE";
            case NAME -> "NAME";
            case WORD -> "WORD";
        };
    }

    /** A word that an option can take, and what it means. */
    public record ChoiceLine(String usage, String doc) {}

    /** Returns the words that a value may be, with their own options; empty if it is no choice. */
    public static List<ChoiceLine> choices(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return choices(maybe.element());
        }
        if (shape instanceof Shape.ListOf list) {
            return choices(list.element());
        }
        if (shape instanceof Shape.OneOf choice) {
            return choice.alternatives().stream()
                    .map(a -> new ChoiceLine(written(a), a.doc()))
                    .toList();
        }
        return List.of();
    }

    private static String written(Shape.Alternative alternative) {
        if (alternative.word().isEmpty()) {
            return "X";
        }
        List<Slot> slots = alternative.schema().slots();
        if (slots.isEmpty()) {
            return alternative.word();
        }
        return alternative.word()
                + slots.stream()
                        .map(s -> s.defaultText().isEmpty() ? s.name() : s.name() + "=" + s.defaultText())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}

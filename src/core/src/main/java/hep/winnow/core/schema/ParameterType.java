package hep.winnow.core.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a parameter of a verb that is written in the language may be given; a macro spells it in lower case. */
public enum ParameterType {
    /** A name that the call declares: what the body declares by it is there afterwards. */
    NAME,
    /** A word as it stands, such as {@code relu}, or {@code adam(rate=1e-3)}. */
    WORD,
    /** A number that is known before events are read. */
    NUMBER,
    /** A whole number that is known before events are read. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A text. */
    STRING,
    /** {@code low..high}. */
    RANGE,
    /** A formula over columns, models and results. */
    EXPRESSION,
    /** A sample, a region or a part. */
    EVENTS,
    /** A model. */
    MODEL,
    /** A column by its name. */
    COLUMN,
    /** A file to read. */
    INPUT,
    /** A file to write. */
    OUTPUT;

    /** Returns the shape that such an operand or option of a step has. */
    public Shape shape() {
        return switch (this) {
            case NUMBER -> new Shape.Num(double.class, false);
            case INTEGER -> new Shape.Num(long.class, true);
            case BOOLEAN -> new Shape.Bool();
            case STRING -> new Shape.Text();
            case RANGE -> new Shape.Special(Shape.Special.Kind.INTERVAL);
            case EVENTS -> new Shape.Special(Shape.Special.Kind.SCOPE);
            default -> new Shape.Special(Shape.Special.Kind.valueOf(name()));
        };
    }

    /** Returns it as a macro spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of a word. */
    public static Optional<ParameterType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    /** Returns the words of all types. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ParameterType::word).toList();
    }
}

package hep.winnow.core.expr;

/** What an expression yields for an event: one value, or a list of values as a jagged column has. */
public enum ValueType {
    NUMBER("a number"),
    BOOLEAN("a condition"),
    STRING("a string"),
    NUMBERS("a list of numbers"),
    BOOLEANS("a list of conditions"),
    STRINGS("a list of strings");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** Returns it with its article, as messages say it. */
    public String text() {
        return text;
    }

    /** Tells whether an event has a list of values. */
    public boolean isList() {
        return this == NUMBERS || this == BOOLEANS || this == STRINGS;
    }

    /** Returns the type of one value: of a list, of what it holds. */
    public ValueType element() {
        return switch (this) {
            case NUMBER, NUMBERS -> NUMBER;
            case BOOLEAN, BOOLEANS -> BOOLEAN;
            case STRING, STRINGS -> STRING;
        };
    }

    /** Returns the type of a list of such values. */
    public ValueType list() {
        return switch (element()) {
            case NUMBER -> NUMBERS;
            case BOOLEAN -> BOOLEANS;
            default -> STRINGS;
        };
    }
}

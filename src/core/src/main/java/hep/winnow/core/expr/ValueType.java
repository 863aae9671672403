package hep.winnow.core.expr;

/** What an expression yields for an event. */
public enum ValueType {
    NUMBER("a number"),
    BOOLEAN("a condition"),
    STRING("a string");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** Returns it with its article, as messages say it. */
    public String text() {
        return text;
    }
}

package hep.winnow.text;

/** What is wrong with a row; whoever knows its place tells of it. */
public final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** Makes one. */
    public BadRow(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Returns what is wrong. */
    public String reason() {
        return reason;
    }
}

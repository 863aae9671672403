package hep.winnow.app.shell;

/** Exit statuses. */
public final class Status {
    /** All done. */
    public static final int DONE = 0;

    /** The macro has an error. */
    public static final int MACRO = 1;

    /** Data, files, the command line or the environment are at fault, or there is a bug. */
    public static final int ENVIRONMENT = 2;

    /** An {@code expect} was false. */
    public static final int EXPECTATION = 3;

    /** The user stopped it. */
    public static final int INTERRUPTED = 130;

    private Status() {}
}

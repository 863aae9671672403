package hep.winnow.core.run;

/** The run was stopped by the user; exit status 130. */
public final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public InterruptedRunException() {
        super("interrupted");
    }
}

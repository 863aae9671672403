package hep.winnow.api.diagnostic;

/**
 * What a physicist can mend: a wrong option, a file that cannot be read, a sample without signal. Anything else that is
 * thrown is a bug of the program. The framework adds the statement and its place before it is shown.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /** Where the cause lies; it decides the exit status. */
    public enum Kind {
        /** The macro is at fault: exit status 1. */
        MACRO,
        /** Data, files or the environment are at fault: exit status 2. */
        DATA
    }

    private final Kind kind;

    /**
     * Makes an error.
     *
     * @param kind where the cause lies
     * @param message what is wrong, what was found, what was expected
     * @param help what to do; may be empty
     */
    public UserError(Kind kind, String message, String help) {
        super(message);
        this.kind = kind;
        this.help = help;
    }

    /** Returns an error in the macro. */
    public static UserError macro(String message, String help) {
        return new UserError(Kind.MACRO, message, help);
    }

    /** Returns an error in data, files or the environment. */
    public static UserError data(String message, String help) {
        return new UserError(Kind.DATA, message, help);
    }

    /** Returns this error with a cause attached, for logs. */
    public UserError because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Returns where the cause lies. */
    public Kind kind() {
        return kind;
    }

    /** Returns what the message says; never null. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Returns what to do; may be empty. */
    public String help() {
        return help;
    }
}

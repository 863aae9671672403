package hep.winnow.api.diagnostic;

/**
 * One thing that the user should mend or know.
 *
 * @param severity whether it stops the run
 * @param code stable code such as {@code E104}
 * @param span where in the macro
 * @param message what is wrong, one line, with what was found
 * @param label what stands under the caret; may be empty
 * @param help what to do about it; may be empty
 */
public record Diagnostic(Severity severity, String code, Span span, String message, String label, String help) {
    /** Returns an error. */
    public static Diagnostic error(String code, Span span, String message, String label, String help) {
        return new Diagnostic(Severity.ERROR, code, span, message, label, help);
    }

    /** Returns a warning. */
    public static Diagnostic warning(String code, Span span, String message, String label, String help) {
        return new Diagnostic(Severity.WARNING, code, span, message, label, help);
    }
}

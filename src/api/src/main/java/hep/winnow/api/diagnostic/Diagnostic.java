package hep.winnow.api.diagnostic;

import java.util.List;

/**
 * One thing that the user should mend or know.
 *
 * @param severity whether it stops the run
 * @param code stable code such as {@code E104}
 * @param span where in the macro
 * @param message what is wrong, one line, with what was found
 * @param label what stands under the caret; may be empty
 * @param help what to do about it; may be empty
 * @param callers through which verbs that macros define the place was reached, the innermost first; empty for a statement that stands for itself
 */
public record Diagnostic(
        Severity severity, String code, Span span, String message, String label, String help, List<Caller> callers) {
    /**
     * A statement that called a verb which a macro defines.
     *
     * @param verb its verb
     * @param span where it stands
     */
    public record Caller(String verb, Span span) {}

    public Diagnostic {
        callers = List.copyOf(callers);
    }

    /** Makes one of a statement that stands for itself. */
    public Diagnostic(Severity severity, String code, Span span, String message, String label, String help) {
        this(severity, code, span, message, label, help, List.of());
    }

    /** Returns an error. */
    public static Diagnostic error(String code, Span span, String message, String label, String help) {
        return new Diagnostic(Severity.ERROR, code, span, message, label, help);
    }

    /** Returns a warning. */
    public static Diagnostic warning(String code, Span span, String message, String label, String help) {
        return new Diagnostic(Severity.WARNING, code, span, message, label, help);
    }

    /** Returns the same, reached through other callers. */
    public Diagnostic calledBy(List<Caller> others) {
        return new Diagnostic(severity, code, span, message, label, help, others);
    }
}

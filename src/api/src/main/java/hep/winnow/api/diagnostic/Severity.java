package hep.winnow.api.diagnostic;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
    /** The macro cannot run. */
    ERROR,
    /** The macro runs, and the user should know. */
    WARNING
}

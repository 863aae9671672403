package hep.winnow.core.lang;

/** Leaves a statement at its first error, which has been reported. It never leaves the parser. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException() {
        super("syntax error", null, false, false);
    }
}

package hep.winnow.core.lang;

/** What to say to someone who wrote a token where it cannot stand. */
final class Hints {
    static final String CONTINUATION = "a line goes on while '(' or '[' is open, or behind a '\\' at its end";

    private Hints() {}

    /** Returns a hint for a token that a line cannot begin with. */
    static String forStart(Token found) {
        return found.is(TokenKind.LEFT_BRACE) ? "a block opens on the line of its statement" : CONTINUATION;
    }

    /** Returns a hint that fits the token wherever it stands; empty if there is none. */
    static String forUnexpected(Token found) {
        return switch (found.kind()) {
            case KEYWORD ->
                "'" + found.text() + "' is a keyword; a column of that name is written `" + found.text() + "`";
            case ASSIGN -> "== compares; = gives a value to an option, and stands behind its name";
            case PLUS -> "numbers have no leading '+'";
            case LEFT_BRACE ->
                "braces hold the block of a statement, and stand at the end of its line; a list is written [a, b]";
            case COMMA -> "a list is written [a, b]; the parenthesis of a call touches the name of its function";
            default -> "";
        };
    }

    /** Returns what to say of a token that stands behind {@code :} or options, and of the word before it. */
    static String forMisplaced(Token found, Token before) {
        if (found.is(TokenKind.COLON)) {
            return "the ':' and its expression stand before the options";
        }
        if (found.is(TokenKind.LEFT_PAREN) && before.is(TokenKind.NAME)) {
            return "the parenthesis of a call touches its function: " + before.text() + "(…)";
        }
        if (found.is(TokenKind.LEFT_BRACKET) && before.is(TokenKind.NAME)) {
            return "the bracket of an index touches its column: " + before.text() + "[…]";
        }
        return "operands stand before ':' and options, and an option takes one value";
    }
}

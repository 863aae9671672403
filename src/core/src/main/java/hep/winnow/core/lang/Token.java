package hep.winnow.core.lang;

/**
 * A word or sign of a macro.
 *
 * @param kind what it is
 * @param text a name or keyword, a string with its escapes resolved, a number as it is written; empty for signs
 * @param value of a number, else 0
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param isTouching whether nothing stands between it and the token before it
 */
record Token(TokenKind kind, String text, double value, int start, int end, boolean isTouching) {
    boolean is(TokenKind other) {
        return kind == other;
    }

    /** Tells whether it is the name {@code word}; words such as {@code for} are names to the lexer. */
    boolean isWord(String word) {
        return kind == TokenKind.NAME && text.equals(word);
    }
}

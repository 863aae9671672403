package hep.winnow.core.lang;

/** Goes through what stands in braces, and finds out where a block ends that is never closed. */
final class BlockParser {
    /** How many blocks may stand within each other. */
    static final int MAX_DEPTH = 60;

    private final TokenCursor cursor;
    private int depth;

    BlockParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Parses the block at hand, up to and with its closing brace. An unclosed block ends where a line is indented no more than the line that opened it.
     *
     * @param entry parses one entry, and goes on by one token at least
     */
    void parse(Runnable entry) {
        int opener = cursor.index();
        cursor.next();
        if (depth >= MAX_DEPTH) {
            skip(opener);
            return;
        }
        depth++;
        entries(opener, entry);
        depth--;
    }

    private void entries(int opener, Runnable entry) {
        Layout layout = cursor.layout();
        boolean isUnclosed = layout.partner(opener) < 0;
        while (true) {
            boolean isNewLine = cursor.at(TokenKind.NEWLINE) || cursor.peek(-1).is(TokenKind.NEWLINE);
            cursor.skipNewlines();
            boolean isOut = isUnclosed && isNewLine && layout.indent(cursor.index()) <= layout.indent(opener);
            if (cursor.at(TokenKind.END) || isOut || isUnclosed && cursor.at(TokenKind.RIGHT_BRACE)) {
                cursor.reportUnclosed(opener);
                return;
            }
            if (layout.partner(opener) == cursor.index()) {
                cursor.next();
                return;
            }
            cursor.begin();
            if (cursor.at(TokenKind.RIGHT_BRACE)) {
                strayBrace(cursor);
            } else {
                entry.run();
            }
        }
    }

    static void strayBrace(TokenCursor cursor) {
        Token brace = cursor.next();
        if (!cursor.problems().closesMissing()) {
            cursor.report(SyntaxCode.STRAY_BRACKET, brace, "this '}' closes nothing", "");
        }
    }

    private void skip(int opener) {
        Token brace = cursor.layout().token(opener);
        cursor.report(SyntaxCode.TOO_DEEP, brace, "more than " + MAX_DEPTH + " blocks stand within each other", "");
        int closer = cursor.layout().partner(opener);
        cursor.moveTo(closer >= 0 ? closer + 1 : cursor.layout().size() - 1);
    }
}

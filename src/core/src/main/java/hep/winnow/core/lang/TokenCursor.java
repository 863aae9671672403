package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;

/** Goes through the tokens of a file and reports what is wrong with them. */
final class TokenCursor {
    private final String text;
    private final Layout layout;
    private final Problems problems;
    private int index;
    /** Offset from which on an error of the lexer hides those of the parser. */
    private int from;

    TokenCursor(String text, Layout layout, Problems problems) {
        this.text = text;
        this.layout = layout;
        this.problems = problems;
    }

    int index() {
        return index;
    }

    void moveTo(int to) {
        index = to;
    }

    Layout layout() {
        return layout;
    }

    Problems problems() {
        return problems;
    }

    Token peek() {
        return layout.token(index);
    }

    Token peek(int ahead) {
        return layout.token(index + ahead);
    }

    /** Returns the token at hand and goes on; the end of the file stays at hand. */
    Token next() {
        Token token = peek();
        if (!token.is(TokenKind.END)) {
            index++;
        }
        return token;
    }

    boolean at(TokenKind kind) {
        return peek().is(kind);
    }

    /** Passes over the token at hand if it is of that kind. */
    boolean accept(TokenKind kind) {
        boolean isThere = at(kind);
        if (isThere) {
            next();
        }
        return isThere;
    }

    /** Tells whether {@code name=} is at hand. */
    boolean atOption() {
        return at(TokenKind.NAME) && peek(1).is(TokenKind.ASSIGN);
    }

    void skipNewlines() {
        while (at(TokenKind.NEWLINE)) {
            next();
        }
    }

    /** Returns the offset of the token at hand. */
    int start() {
        return peek().start();
    }

    /** Returns the offset behind the token before the one at hand. */
    int end() {
        return index == 0 ? 0 : layout.token(index - 1).end();
    }

    Span spanFrom(int start) {
        return problems.span(start, Math.max(start, end()));
    }

    Span span(Token token) {
        return problems.span(token.start(), token.end());
    }

    Ident ident(Token token) {
        return new Ident(token.text(), span(token));
    }

    /** Begins a statement, or another try after an error: what is wrong before it hides nothing any more. */
    void begin() {
        from = start();
    }

    /** Returns the token as a message names it. */
    String describe(Token token) {
        return switch (token.kind()) {
            case END -> "the end of the text";
            case NEWLINE -> text.startsWith(";", token.start()) ? "';'" : "the end of the line";
            default -> "'" + Sign.printable(text.substring(token.start(), token.end())) + "'";
        };
    }

    void report(SyntaxCode code, Token token, String message, String help) {
        int end = token.is(TokenKind.NEWLINE) ? token.start() : token.end();
        problems.syntax(from, code, token.start(), end, message, "", help);
    }

    void report(SyntaxCode code, Span span, String message, String help) {
        problems.syntax(from, code, span.start(), span.end(), message, "", help);
    }

    /** Reports and returns what leaves the statement. */
    SyntaxException fail(SyntaxCode code, Token token, String message, String help) {
        report(code, token, message, help);
        return new SyntaxException();
    }

    /**
     * Reports an opening bracket without partner, unless the lexer found an error between it and the token at hand: a string that is not closed has most likely taken in the partner.
     */
    void reportUnclosed(int opener) {
        Token token = layout.token(opener);
        if (!problems.anyLexicalWithin(token.start(), lineEnd(opener))) {
            String message = "this " + describe(token) + " is never closed";
            problems.syntax(token.start(), SyntaxCode.UNCLOSED_BRACKET, token.start(), token.end(), message, "", "");
        }
    }

    /** Returns the offset of the end of the line that a token stands on. */
    private int lineEnd(int tokenIndex) {
        int line = tokenIndex;
        while (!layout.token(line).is(TokenKind.NEWLINE) && !layout.token(line).is(TokenKind.END)) {
            line++;
        }
        return layout.token(line).start();
    }
}

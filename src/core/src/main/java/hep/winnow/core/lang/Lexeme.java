package hep.winnow.core.lang;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, sign or comment of a macro as it stands in the text, for tools that look at text which need not be a whole macro.
 *
 * @param kind what it is
 * @param text a name or keyword; a string with its escapes resolved; anything else as it is written
 * @param start offset of its first character
 * @param end offset behind its last character
 */
public record Lexeme(Kind kind, String text, int start, int end) {
    /** What a lexeme is. */
    public enum Kind {
        /** A name, also a verb or an option's name. */
        NAME,
        /** A name in backquotes. */
        QUOTED_NAME,
        NUMBER,
        STRING,
        /** One of {@code from on in to vs into extends}. */
        KEYWORD,
        /** One of {@code true false and or not}. */
        WORD,
        /** An operator, comma, colon or the like. */
        SIGN,
        OPENING,
        CLOSING,
        NEWLINE,
        COMMENT
    }

    /** Returns the lexemes of a text in order. Never throws: what is wrong is taken for what it most resembles, or left out. */
    public static List<Lexeme> of(String text) {
        List<Lexeme> out = new ArrayList<>();
        int at = 0;
        for (Token token : Lexer.lex(text, new Problems(""))) {
            comments(text, at, token.start(), out);
            if (!token.is(TokenKind.END)) {
                out.add(of(text, token));
            }
            at = Math.max(at, token.end());
        }
        return out;
    }

    /** What the lexer passed over is blanks and comments. */
    private static void comments(String text, int from, int to, List<Lexeme> out) {
        // No further than there: a search through the rest of the text, for each token, would take long in a long one.
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '#') {
                int start = at;
                while (at < to && !Lexer.isLineEnd(text.charAt(at))) {
                    at++;
                }
                out.add(new Lexeme(Kind.COMMENT, text.substring(start, at), start, at));
            }
        }
    }

    private static Lexeme of(String text, Token token) {
        Kind kind = switch (token.kind()) {
            case NAME -> Kind.NAME;
            case QUOTED_NAME -> Kind.QUOTED_NAME;
            case NUMBER -> Kind.NUMBER;
            case STRING -> Kind.STRING;
            case KEYWORD -> Kind.KEYWORD;
            case TRUE, FALSE, AND, OR, NOT -> Kind.WORD;
            case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> Kind.OPENING;
            case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> Kind.CLOSING;
            case NEWLINE -> Kind.NEWLINE;
            default -> Kind.SIGN;
        };
        boolean isNamed = kind == Kind.NAME || kind == Kind.QUOTED_NAME || kind == Kind.STRING;
        return new Lexeme(
                kind, isNamed ? token.text() : text.substring(token.start(), token.end()), token.start(), token.end());
    }

    /** Tells whether it is that sign, bracket, keyword or name. */
    public boolean is(String written) {
        return text.equals(written) && kind != Kind.STRING && kind != Kind.QUOTED_NAME;
    }

    /** Tells whether an expression may end with it. */
    public boolean endsExpression() {
        return switch (kind) {
            case NAME, QUOTED_NAME, NUMBER, STRING -> true;
            case WORD -> is("true") || is("false");
            case CLOSING -> !is("}");
            default -> false;
        };
    }

    /**
     * Tells whether a text can be taken as a whole: every bracket is closed, and the last line does not end in a {@code \}. Whether it is right is another question.
     */
    public static boolean isWhole(String text) {
        int open = 0;
        for (Lexeme lexeme : of(text)) {
            open += lexeme.kind() == Kind.OPENING ? 1 : lexeme.kind() == Kind.CLOSING && open > 0 ? -1 : 0;
        }
        return open == 0 && !endsInBackslash(text);
    }

    private static boolean endsInBackslash(String text) {
        String last = text.substring(text.lastIndexOf('\n') + 1);
        int comment = last.indexOf('#');
        String code = comment < 0 ? last : last.substring(0, comment);
        return code.stripTrailing().endsWith("\\")
                && of(last).stream()
                        .noneMatch(l -> l.kind() == Kind.STRING
                                && l.end() >= code.stripTrailing().length());
    }
}

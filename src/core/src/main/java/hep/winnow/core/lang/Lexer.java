package hep.winnow.core.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts a text into tokens. What is wrong becomes a diagnostic and, where the meaning is plain, the token that was meant. The last token is always
 * {@link TokenKind#END}. Line ends are {@code \n}, {@code \r\n} and {@code \r}; a byte order mark is passed over.
 */
final class Lexer {
    private static final Set<String> KEYWORDS = Set.of("from", "on", "in", "to", "vs", "into", "extends");

    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    static List<Token> lex(String text, Problems problems) {
        Lexer lexer = new Lexer(text, problems);
        if (text.startsWith("\uFEFF")) {
            lexer.at = 1;
        }
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(TokenKind.END, lexer.at);
        return lexer.tokens;
    }

    private void next() {
        int start = at;
        int c = text.codePointAt(at);
        if (c == '\n' || c == '\r') {
            skipLineEnd();
            add(TokenKind.NEWLINE, start);
        } else if (isBlank(c)) {
            at += Character.charCount(c);
        } else if (c == '#') {
            skipToLineEnd();
        } else if (c == '\\') {
            continueLine();
        } else if (isDigit(at) || c == '.' && isDigit(at + 1) && !pointTouchesOperand()) {
            number();
        } else if (isNameStart(c)) {
            word();
        } else if (c == '"') {
            string();
        } else if (c == '`') {
            quotedName();
        } else {
            sign();
        }
    }

    private void word() {
        int start = at;
        skipName();
        String word = text.substring(start, at);
        TokenKind kind = switch (word) {
            case "true" -> TokenKind.TRUE;
            case "false" -> TokenKind.FALSE;
            case "and" -> TokenKind.AND;
            case "or" -> TokenKind.OR;
            case "not" -> TokenKind.NOT;
            default -> KEYWORDS.contains(word) ? TokenKind.KEYWORD : TokenKind.NAME;
        };
        add(kind, word, 0, start);
    }

    private void quotedName() {
        int start = at;
        int end = at + 1;
        while (end < text.length() && !isLineEnd(text.charAt(end)) && text.charAt(end) != '`') {
            end++;
        }
        boolean isClosed = end < text.length() && text.charAt(end) == '`';
        String name = text.substring(start + 1, end);
        at = isClosed ? end + 1 : end;
        if (!isClosed) {
            malformedName(start, "this backquote is not closed", "the name ends on its line, with a second backquote");
        } else if (name.isBlank()) {
            malformedName(start, "a name in backquotes must not be empty", "");
        }
        add(TokenKind.QUOTED_NAME, name, 0, start);
    }

    private void malformedName(int start, String message, String help) {
        problems.lexical(SyntaxCode.MALFORMED_NAME, start, at, message, "", help);
    }

    private void number() {
        NumberScanner scanner = new NumberScanner(text, at, problems);
        Token token = scanner.scan(touches(at));
        at = token.end();
        tokens.add(token);
    }

    private void string() {
        StringScanner scanner = new StringScanner(text, at, problems);
        Token token = scanner.scan(touches(at));
        at = token.end();
        tokens.add(token);
    }

    /** A line that ends in a backslash goes on; blanks and a comment may follow the backslash. */
    private void continueLine() {
        int start = at;
        at++;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '#') {
            skipToLineEnd();
        }
        if (at < text.length() && isLineEnd(text.charAt(at))) {
            skipLineEnd();
        } else if (at < text.length()) {
            at = start + 1;
            problems.lexical(
                    SyntaxCode.UNKNOWN_CHARACTER,
                    start,
                    at,
                    "a '\\' stands only at the end of a line, which then goes on",
                    "",
                    "");
        }
    }

    private void sign() {
        int start = at;
        Sign sign = Sign.at(text, at);
        at += sign.length();
        if (sign.isRight()) {
            add(sign.kind(), start);
            return;
        }
        if (Sign.isQuote(text.charAt(start))) {
            wrongQuotes(start);
            return;
        }
        String found = text.substring(start, at);
        problems.lexical(
                SyntaxCode.UNKNOWN_CHARACTER,
                start,
                at,
                "'" + Sign.printable(found) + "' is no part of the language",
                "",
                sign.help());
        if (sign.kind() != TokenKind.END) {
            add(sign.kind(), start);
        }
    }

    /** Takes what stands in other quotes for a string, so that the rest of the line still makes sense. */
    private void wrongQuotes(int start) {
        int end = start + 1;
        while (end < text.length() && !isLineEnd(text.charAt(end)) && !Sign.isQuote(text.charAt(end))) {
            end++;
        }
        boolean isClosed = end < text.length() && Sign.isQuote(text.charAt(end));
        at = isClosed ? end + 1 : start + 1;
        problems.lexical(
                SyntaxCode.UNCLOSED_STRING,
                start,
                at,
                "strings stand in double quotes",
                "",
                "write \"…\" with plain double quotes");
        if (isClosed) {
            add(TokenKind.STRING, text.substring(start + 1, end), 0, start);
        }
    }

    private void add(TokenKind kind, int start) {
        add(kind, "", 0, start);
    }

    private void add(TokenKind kind, String value, double number, int start) {
        tokens.add(new Token(kind, value, number, start, at, touches(start)));
    }

    /** Nothing touches a line end: behind it, a blank of indentation must make no difference. */
    private boolean touches(int start) {
        return !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).end() == start
                && !tokens.get(tokens.size() - 1).is(TokenKind.NEWLINE);
    }

    /** Tells whether the point at hand is that of a field, as in {@code best.5}, which the parser will refuse. */
    private boolean pointTouchesOperand() {
        return touches(at) && tokens.get(tokens.size() - 1).kind().endsExpression();
    }

    private void skipName() {
        at = endOfName(text, at);
    }

    private void skipToLineEnd() {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
    }

    private void skipLineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
    }

    private boolean isDigit(int index) {
        return isDigit(text, index);
    }

    static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isNameStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    /** Returns the offset behind the letters, digits and underscores from {@code start} on. */
    static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (c != '_' && !Character.isLetterOrDigit(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isBlank(int c) {
        return c != '\n' && c != '\r' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}

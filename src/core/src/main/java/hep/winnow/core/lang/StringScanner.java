package hep.winnow.core.lang;

/** Reads one string, from its opening quote on. It ends at the closing quote, or with an error at the end of the line. */
final class StringScanner {
    private final String text;
    private final int start;
    private final Problems problems;
    private final StringBuilder value = new StringBuilder();
    private int at;

    StringScanner(String text, int start, Problems problems) {
        this.text = text;
        this.start = start;
        this.problems = problems;
        this.at = start + 1;
    }

    Token scan(boolean isTouching) {
        while (at < text.length() && text.charAt(at) != '"' && !Lexer.isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '\\') {
                escape();
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            problems.eaten(text.substring(start, at));
            problems.lexical(
                    SyntaxCode.UNCLOSED_STRING,
                    start,
                    at,
                    "this string is not closed",
                    "no closing quote on this line",
                    "a quote inside a string is written \\\"");
        }
        return new Token(TokenKind.STRING, value.toString(), 0, start, at, isTouching);
    }

    private void escape() {
        int end = at + 1;
        if (end == text.length() || Lexer.isLineEnd(text.charAt(end))) {
            at = end;
            return;
        }
        int c = text.codePointAt(end);
        switch (c) {
            case '"', '\\' -> value.append((char) c);
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            default -> {
                String found = text.substring(at, end + Character.charCount(c));
                value.append(found);
                problems.lexical(
                        SyntaxCode.UNKNOWN_ESCAPE,
                        at,
                        end + Character.charCount(c),
                        "strings have no escape '" + Sign.printable(found) + "'",
                        "",
                        "there are \\\" \\\\ \\n \\r \\t; a folder is parted by '/' on every system");
            }
        }
        at = end + Character.charCount(c);
    }
}

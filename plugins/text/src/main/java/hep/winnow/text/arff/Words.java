package hep.winnow.text.arff;

import hep.winnow.text.BadRow;
import hep.winnow.text.Reals;

/** Takes a line apart: words, in quotes where they hold blanks, commas or braces, and what stands between them. */
final class Words {
    private final String line;
    private int at;

    Words(String line) {
        this.line = line;
    }

    /** Goes over blanks, and over a comment. */
    private void skipBlanks() {
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '%') {
            at = line.length();
        }
    }

    /** Tells whether nothing but blanks and a comment is left. */
    boolean isAtEnd() {
        skipBlanks();
        return at == line.length();
    }

    /** Tells whether a sign is next. */
    boolean isNext(char sign) {
        skipBlanks();
        return at < line.length() && line.charAt(at) == sign;
    }

    /** Goes over a sign if it is next. */
    boolean take(char sign) {
        boolean isNext = isNext(sign);
        at += isNext ? 1 : 0;
        return isNext;
    }

    /** Goes over a sign that must be next. */
    void need(char sign) throws BadRow {
        if (!take(sign)) {
            throw new BadRow("expected '" + sign + "', found " + rest());
        }
    }

    private String rest() {
        return at == line.length() ? "the end of the line" : "'" + Reals.shortened(line.substring(at)) + "'";
    }

    /** Returns the next word. */
    Token next() throws BadRow {
        skipBlanks();
        if (at == line.length()) {
            throw new BadRow("expected a value, found the end of the line");
        }
        char first = line.charAt(at);
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        int from = at;
        while (at < line.length() && !isSeparator(line.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw new BadRow("expected a value, found " + rest() + "; one that is missing is written ?");
        }
        return new Token(line.substring(from, at), false);
    }

    private static boolean isSeparator(char c) {
        return c <= ' ' || c == ',' || c == '{' || c == '}';
    }

    private Token quoted(char quote) throws BadRow {
        int from = at++;
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return new Token(text.toString(), true);
            }
            text.append(c == '\\' && at < line.length() ? escaped(line.charAt(at++)) : c);
        }
        throw new BadRow("the quote before '" + Reals.shortened(line.substring(from + 1)) + "' does not end");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}

package hep.winnow.core.lang;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A sign of the language, or something else that users write for one.
 *
 * @param text as it is written
 * @param kind the token that it is or stands for; {@link TokenKind#END} for none
 * @param help empty for a sign of the language
 * @param isRight whether it is one
 */
record Sign(String text, TokenKind kind, String help, boolean isRight) {
    /** Longer ones before their beginnings. */
    private static final List<Sign> SIGNS = List.of(
            right("&&", TokenKind.AND),
            right("||", TokenKind.OR),
            right("==", TokenKind.EQUAL),
            right("!=", TokenKind.NOT_EQUAL),
            right("<=", TokenKind.LESS_EQUAL),
            right(">=", TokenKind.GREATER_EQUAL),
            right("..", TokenKind.RANGE),
            wrong("**", TokenKind.CARET, "a power is written ^"),
            wrong("<>", TokenKind.NOT_EQUAL, "'is not equal' is written !="),
            wrong("=>", TokenKind.GREATER_EQUAL, "'at least' is written >="),
            wrong("=<", TokenKind.LESS_EQUAL, "'at most' is written <="),
            right("+", TokenKind.PLUS),
            right("-", TokenKind.MINUS),
            right("*", TokenKind.STAR),
            right("/", TokenKind.SLASH),
            right("%", TokenKind.PERCENT),
            right("^", TokenKind.CARET),
            right("<", TokenKind.LESS),
            right(">", TokenKind.GREATER),
            right("=", TokenKind.ASSIGN),
            right("!", TokenKind.NOT),
            right("?", TokenKind.QUESTION),
            right(":", TokenKind.COLON),
            right(",", TokenKind.COMMA),
            right(".", TokenKind.DOT),
            right("(", TokenKind.LEFT_PAREN),
            right(")", TokenKind.RIGHT_PAREN),
            right("[", TokenKind.LEFT_BRACKET),
            right("]", TokenKind.RIGHT_BRACKET),
            right("{", TokenKind.LEFT_BRACE),
            right("}", TokenKind.RIGHT_BRACE),
            wrong(";", TokenKind.NEWLINE, "every statement has a line of its own"),
            wrong("&", TokenKind.AND, "write 'and'"),
            wrong("|", TokenKind.OR, "write 'or'"),
            wrong("\u2212", TokenKind.MINUS, "this is a typographic minus: write -"),
            wrong("\u2013", TokenKind.MINUS, "this is a dash: write -"),
            wrong("\u00D7", TokenKind.STAR, "a product is written *"),
            wrong("\u00B7", TokenKind.STAR, "a product is written *"),
            wrong("\u2264", TokenKind.LESS_EQUAL, "'at most' is written <="),
            wrong("\u2265", TokenKind.GREATER_EQUAL, "'at least' is written >="),
            wrong("\u2260", TokenKind.NOT_EQUAL, "'is not equal' is written !="),
            wrong("\u2026", TokenKind.RANGE, "a range is written with two dots: 0..300"));

    private static final Map<Character, List<Sign>> BY_FIRST =
            SIGNS.stream().collect(Collectors.groupingBy(s -> s.text().charAt(0)));

    /** Returns what stands at {@code offset}; a run of characters that mean nothing is one sign. */
    static Sign at(String text, int offset) {
        for (Sign sign : BY_FIRST.getOrDefault(text.charAt(offset), List.of())) {
            if (text.startsWith(sign.text, offset)) {
                return sign;
            }
        }
        int end = offset + Character.charCount(text.codePointAt(offset));
        while (end < text.length()
                && text.codePointAt(end) == text.codePointAt(offset)
                && !isQuote(text.charAt(offset))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return wrong(text.substring(offset, end), TokenKind.END, "");
    }

    /** Returns its length in UTF-16 units. */
    int length() {
        return text.length();
    }

    /** Tells whether it is a quote, but not the one that strings have. */
    static boolean isQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201F' || c == '\u00AB' || c == '\u00BB';
    }

    /** Returns {@code found} with characters that cannot be seen as their code, and not too long. */
    static String printable(String found) {
        StringBuilder out = new StringBuilder();
        found.codePoints().limit(24).forEach(c -> {
            boolean isHidden = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.UNASSIGNED;
            if (isHidden) {
                String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                out.append("U+")
                        .append("0".repeat(Math.max(0, 4 - hex.length())))
                        .append(hex);
            } else {
                out.appendCodePoint(c);
            }
        });
        return found.codePointCount(0, found.length()) > 24 ? out.append('…').toString() : out.toString();
    }

    private static Sign right(String text, TokenKind kind) {
        return new Sign(text, kind, "", true);
    }

    private static Sign wrong(String text, TokenKind kind, String help) {
        return new Sign(text, kind, help, false);
    }
}

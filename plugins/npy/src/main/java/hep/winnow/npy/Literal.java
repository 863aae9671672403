package hep.winnow.npy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a literal of Python as headers of NPY files hold them: a dictionary is a {@code Map<String, Object>}, a tuple or list a {@code List<Object>}, a string a {@code String}, a whole number a
 * {@code Long}, {@code True} and {@code False} a {@code Boolean}.
 */
final class Literal {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    private Literal(String text) {
        this.text = text;
    }

    /**
     * Returns the value of a text.
     *
     * @throws IllegalArgumentException if it is no such literal: with what was found, and where
     */
    static Object parse(String text) {
        Literal literal = new Literal(text);
        Object value = literal.value();
        literal.skipBlanks();
        if (literal.at < text.length()) {
            throw literal.wrong("the end");
        }
        return value;
    }

    private Object value() {
        char c = peek();
        if (c == '{') {
            return dictionary();
        }
        if (c == '(' || c == '[') {
            return list(c == '(' ? ')' : ']');
        }
        if (c == '\'' || c == '"') {
            return string();
        }
        if (c >= '0' && c <= '9' || c == '-') {
            return number();
        }
        return word();
    }

    private Map<String, Object> dictionary() {
        enter();
        Map<String, Object> values = new LinkedHashMap<>();
        while (peek() != '}') {
            if (!(value() instanceof String key)) {
                throw wrong("a string as key");
            }
            expect(':');
            if (values.put(key, value()) != null) {
                throw new IllegalArgumentException("it has '" + key + "' twice");
            }
            if (peek() != '}') {
                expect(',');
            }
        }
        leave();
        return values;
    }

    private List<Object> list(char end) {
        enter();
        List<Object> values = new ArrayList<>();
        while (peek() != end) {
            values.add(value());
            if (peek() != end) {
                expect(',');
            }
        }
        leave();
        return values;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("it is nested deeper than " + MAX_DEPTH);
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw wrong("a closing quote");
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw wrong("a character behind \\");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            default -> c;
        };
    }

    private char hex(int digits) {
        if (at + digits > text.length()) {
            throw wrong(digits + " hexadecimal digits");
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw wrong("a hexadecimal digit");
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    private Long number() {
        int start = at++;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it has the number " + digits, e);
        }
    }

    private Boolean word() {
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw wrong("a value");
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    /** Returns the next character that is no blank; 0 at the end. */
    private char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException("at character " + at + " " + found + " was found, expected " + expected);
    }
}

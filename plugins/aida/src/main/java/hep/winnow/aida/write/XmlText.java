package hep.winnow.aida.write;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;

/** Texts and numbers as attributes of XML 1.0. */
final class XmlText {
    private static final int BLANK = 0x20;
    private static final int NO_CHARACTER = 0xfffe;

    private XmlText() {}

    /** Returns a number with the fewest digits that give it back: {@code 1.0E-4}, {@code NaN}, {@code -Infinity}, as Java reads them; the same on every JDK. */
    static String number(double value) {
        return DoubleToDecimal.toString(value);
    }

    /** Returns a float, with the digits that a float needs; see {@link #number(double)}. */
    static String number(float value) {
        return FloatToDecimal.toString(value);
    }

    /** Tells why a text cannot be an attribute; empty if it can. */
    static String refusal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "half a character, which no text of XML can hold";
            } else if (c < BLANK && c != '\t' && c != '\n' && c != '\r' || c >= NO_CHARACTER) {
                return "the character of code " + (int) c + ", which no text of XML can hold";
            }
        }
        return "";
    }

    /** Adds a text; line ends and tabs stay what they are. */
    static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\t', '\n', '\r' -> to.append("&#").append((int) c).append(';');
                default -> to.append(c);
            }
        }
    }

    /** Returns a text that can be an attribute, with a question mark for each character that cannot. */
    static String cleaned(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> refusal(Character.toString(c)).isEmpty() ? c : '?')
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}

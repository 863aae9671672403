package hep.winnow.root.write;

import hep.winnow.api.diagnostic.UserError;
import java.nio.charset.StandardCharsets;

/** Texts in UTF-8. */
final class Texts {
    private Texts() {}

    /**
     * Returns the bytes of a text of a column.
     *
     * @throws UserError if it holds half a character
     */
    static byte[] utf8(String text, String column) {
        if (!isWhole(text)) {
            throw UserError.data(
                    "column '" + column + "' has a text with half a character, which no file of UTF-8 can hold",
                    "leave the column out with columns=[…]");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells whether each half of a character has its other half. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}

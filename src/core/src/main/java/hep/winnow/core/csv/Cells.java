package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** What single cells hold. Ranges of bytes are half open. */
final class Cells {
    private static final int SHOWN = 40;

    private Cells() {}

    /** Tells whether the bytes are a missing number: nothing, or one of the given texts. */
    static boolean isMissing(byte[] bytes, int from, int to, List<byte[]> missing) {
        if (from == to) {
            return true;
        }
        for (byte[] text : missing) {
            if (java.util.Arrays.equals(bytes, from, to, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }

    /** Returns 1 for true, 0 for false (in any case), -1 for anything else. */
    static int truth(byte[] bytes, int from, int to) {
        if (Decimals.isWord(bytes, from, to, "true")) {
            return 1;
        }
        return Decimals.isWord(bytes, from, to, "false") ? 0 : -1;
    }

    /** Tells whether the bytes are a whole number that a {@code long} holds. */
    static OptionalLong whole(byte[] bytes, int from, int to) {
        if (!isWhole(bytes, from, to)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
        } catch (NumberFormatException beyondLong) {
            return OptionalLong.empty();
        }
    }

    /** Tells whether the bytes are digits with or without a sign. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        int p = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        if (p == to) {
            return false;
        }
        for (; p < to; p++) {
            if (bytes[p] < '0' || bytes[p] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the first position from {@code from} on that is no blank, or {@code to}. */
    static int trimStart(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && isBlank(bytes[p])) {
            p++;
        }
        return p;
    }

    /** Returns the position behind the last byte that is no blank, or {@code from}. */
    static int trimEnd(byte[] bytes, int from, int to) {
        int p = to;
        while (p > from && isBlank(bytes[p - 1])) {
            p--;
        }
        return p;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Returns the text of a cell, quotes written twice made one. */
    static String text(byte[] bytes, int from, int to, boolean hasDoubledQuotes) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return hasDoubledQuotes ? raw.replace("\"\"", "\"") : raw;
    }

    /** Returns the text of a cell as a message shows it: in quotes, on one line, cut to 40 characters. */
    static String shown(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, 4 * SHOWN), StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder("'");
        text.codePoints().limit(SHOWN).forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        boolean isCut = to - from > 4 * SHOWN || text.codePointCount(0, text.length()) > SHOWN;
        return out.append(isCut ? "…'" : "'").toString();
    }
}

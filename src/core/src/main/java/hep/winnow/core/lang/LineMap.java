package hep.winnow.core.lang;

import java.util.Arrays;

/** Finds lines and columns of a text; both count from 1, columns in code points. Lines end at {@code \n}, {@code \r\n} or {@code \r}. */
public final class LineMap {
    private final String text;
    private final int[] starts;

    /** A line and a column, both from 1. */
    public record Position(int line, int column) {}

    /** Makes the map of a text. A byte order mark at its head has no column of its own. */
    public LineMap(String text) {
        this.text = text;
        int[] found = new int[16];
        int lines = 1;
        found[0] = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLineEnd = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
            if (isLineEnd) {
                found = lines == found.length ? Arrays.copyOf(found, 2 * lines) : found;
                found[lines++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, lines);
    }

    /** Returns the number of lines; a text that ends in a line end has an empty last one. */
    public int lines() {
        return starts.length;
    }

    /** Returns the line of an offset; one beyond the text is on its last line. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : Math.max(1, -found - 1);
    }

    /** Returns line and column of an offset into the text. */
    public Position position(int offset) {
        int line = line(offset);
        int start = starts[line - 1];
        int end = Math.max(start, Math.min(offset, text.length()));
        return new Position(line, text.codePointCount(start, end) + 1);
    }

    /** Returns the offset of the first character of a line, which counts from 1. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** Returns a line without its end. */
    public String text(int line) {
        int end = line == starts.length ? text.length() : starts[line];
        while (end > starts[line - 1] && Lexer.isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(starts[line - 1], end);
    }
}

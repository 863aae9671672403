package hep.winnow.api.text;

/**
 * A line of text as a terminal shows it: tabs are blanks up to the next multiple of four, wide characters take two cells, combining ones none, and what
 * would disturb a terminal is replaced.
 */
public final class TerminalText {
    private static final int TAB = 4;

    private final StringBuilder out = new StringBuilder();
    private int cells;

    private TerminalText() {}

    /** Returns the line as it is shown. */
    public static String show(String line) {
        return draw(line, line.length()).out.toString();
    }

    /** Returns how many cells stand before an offset of the line; an offset beyond its end counts as its end. */
    public static int cells(String line, int offset) {
        return draw(line, Math.min(offset, line.length())).cells;
    }

    private static TerminalText draw(String line, int end) {
        TerminalText drawn = new TerminalText();
        line.substring(0, end).codePoints().forEach(drawn::add);
        return drawn;
    }

    private void add(int c) {
        if (c == '\t') {
            int width = TAB - cells % TAB;
            out.append(" ".repeat(width));
            cells += width;
        } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
            out.append('\uFFFD');
            cells++;
        } else {
            out.appendCodePoint(c);
            cells += width(c);
        }
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The blocks that Unicode's annex 11 (East Asian width) calls wide or full, by and large. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}

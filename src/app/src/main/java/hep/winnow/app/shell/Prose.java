package hep.winnow.app.shell;

import hep.winnow.api.text.TerminalText;
import java.util.stream.Collectors;

/** Breaks long lines of prose between words. Lines of tables, known by their runs of blanks, are left alone. */
public final class Prose {
    private Prose() {}

    /**
     * Returns the text with no line longer than {@code columns} where that can be had.
     *
     * @param indent blanks before each further part of a line, besides those that the line itself begins with
     */
    public static String wrap(String text, int columns, int indent) {
        return text.lines().map(line -> wrapLine(line, columns, indent)).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line, int columns, int indent) {
        String body = line.stripLeading();
        int begin = line.length() - body.length();
        if (cells(line) <= columns || body.contains("  ")) {
            return line;
        }
        String margin = " ".repeat(begin + indent);
        StringBuilder out = new StringBuilder(" ".repeat(begin));
        int used = begin;
        boolean isFirst = true;
        for (String word : body.split(" ", -1)) {
            int width = cells(word);
            if (!isFirst && used + 1 + width > columns) {
                out.append('\n').append(margin).append(word);
                used = margin.length() + width;
            } else {
                out.append(isFirst ? "" : " ").append(word);
                used += width + (isFirst ? 0 : 1);
            }
            isFirst = false;
        }
        return out.toString();
    }

    private static int cells(String text) {
        return TerminalText.cells(text, text.length());
    }
}

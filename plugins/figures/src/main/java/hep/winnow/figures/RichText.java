package hep.winnow.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of text with subscripts and superscripts: {@code m_{T}} and {@code 10^{-3}}. Underscores and carets without a brace stand for themselves, so
 * that names of columns are shown as they are.
 *
 * @param runs pieces of the line, from left to right
 */
record RichText(List<Run> runs) {
    private static final double SMALL = 0.68;
    private static final double UP = 0.38;
    private static final double DOWN = -0.18;

    /**
     * A piece in one size.
     *
     * @param text its characters
     * @param scale its size over the line's
     * @param rise of its base line, over the line's size
     */
    record Run(String text, double scale, double rise) {}

    RichText {
        runs = List.copyOf(runs);
    }

    /** Returns the line that a text stands for; a brace that is never closed stands for itself. */
    static RichText parse(String text) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        int i = 0;
        while (i + 1 < text.length()) {
            char c = text.charAt(i);
            int end = (c == '_' || c == '^') && text.charAt(i + 1) == '{' ? text.indexOf('}', i) : -1;
            if (end < 0) {
                i++;
                continue;
            }
            add(runs, text.substring(from, i), 1, 0);
            add(runs, text.substring(i + 2, end), SMALL, c == '_' ? DOWN : UP);
            i = end + 1;
            from = i;
        }
        add(runs, text.substring(from), 1, 0);
        return new RichText(runs);
    }

    private static void add(List<Run> runs, String text, double scale, double rise) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, scale, rise));
        }
    }

    /** Returns its characters alone, for where there is one size only. */
    String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** Returns its width in a size. */
    double width(Typeface typeface, double size) {
        double width = 0;
        for (Run run : runs) {
            width += typeface.width(run.text(), size * run.scale());
        }
        return width;
    }
}

package hep.winnow.app.lsp;

import hep.winnow.core.lang.Formatter;
import hep.winnow.core.lang.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/** What {@code winnow fmt} would change. A text with mistakes is left as it is, as {@code fmt} does. */
final class Formatting {
    private Formatting() {}

    /** Returns what changes in all of a macro. */
    static List<TextEdit> all(Macro macro) {
        Text text = macro.text();
        String content = text.content();
        String formatted = formatted(macro);
        if (formatted.equals(content)) {
            return List.of();
        }
        int start = 0;
        int shorter = Math.min(content.length(), formatted.length());
        while (start < shorter && content.charAt(start) == formatted.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < shorter - start
                && content.charAt(content.length() - 1 - same) == formatted.charAt(formatted.length() - 1 - same)) {
            same++;
        }
        return List.of(new TextEdit(
                text.range(start, content.length() - same), formatted.substring(start, formatted.length() - same)));
    }

    /** Returns what changes in the lines that a range touches; empty lines among them stay. */
    static List<TextEdit> of(Macro macro, Range range) {
        Text text = macro.text();
        List<String> set = formatted(macro).lines().filter(l -> !l.isBlank()).toList();
        List<Integer> lines = IntStream.range(0, text.lines())
                .filter(i -> !text.line(i).isBlank())
                .boxed()
                .toList();
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 0; i < Math.min(set.size(), lines.size()); i++) {
            int number = lines.get(i);
            String line = text.line(number);
            boolean isAsked = number >= range.getStart().getLine() && number <= lastLine(range);
            if (isAsked && !set.get(i).equals(line)) {
                Range whole = new Range(new Position(number, 0), new Position(number, line.length()));
                edits.add(new TextEdit(whole, set.get(i)));
            }
        }
        return edits;
    }

    /** A range of whole lines ends before the first character of the next. */
    private static int lastLine(Range range) {
        Position end = range.getEnd();
        boolean isWhole =
                end.getCharacter() == 0 && end.getLine() > range.getStart().getLine();
        return isWhole ? end.getLine() - 1 : end.getLine();
    }

    private static String formatted(Macro macro) {
        String content = macro.text().content();
        boolean isSound =
                Parser.parse(macro.place().name(), content).diagnostics().isEmpty();
        return isSound ? Formatter.format(content) : content;
    }
}

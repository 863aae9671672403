package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The text of a macro, with places as editors count them: lines and UTF-16 units from 0. */
final class Text {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    private final String content;
    private final String[] lines;

    Text(String content) {
        this.content = content;
        this.lines = content.split("\n", -1);
    }

    Range range(Span span) {
        return new Range(position(span.start()), position(Math.max(span.start(), span.end())));
    }

    private Position position(int offset) {
        int end = Math.min(offset, content.length());
        int line =
                (int) content.substring(0, end).chars().filter(c -> c == '\n').count();
        return new Position(line, end - (content.lastIndexOf('\n', end - 1) + 1));
    }

    private String line(int number) {
        return number < lines.length ? lines[number] : "";
    }

    /** Returns the word at a place; empty if there is none. */
    String word(Position at) {
        Matcher words = WORD.matcher(line(at.getLine()));
        while (words.find()) {
            if (words.start() <= at.getCharacter() && at.getCharacter() <= words.end()) {
                return words.group();
            }
        }
        return "";
    }

    /** Returns the first word of the statement at a place: of its line, or of an earlier one whose bracket is open. */
    String verb(Position at) {
        int open = 0;
        for (int i = at.getLine(); i >= 0; i--) {
            String line = line(i);
            for (int c = line.length() - 1; c >= 0; c--) {
                open += ")]}".indexOf(line.charAt(c)) >= 0 ? 1 : "([{".indexOf(line.charAt(c)) >= 0 ? -1 : 0;
            }
            boolean isInner = i == at.getLine() && open >= 0 || open < 0;
            Matcher first = WORD.matcher(line);
            if (isInner && first.lookingAt()) {
                return first.group();
            }
        }
        return "";
    }

    /** Tells whether nothing but a word stands before a place on its line. */
    boolean isFirstWord(Position at) {
        String line = line(at.getLine());
        String before =
                line.substring(0, Math.min(at.getCharacter(), line.length())).strip();
        return before.isEmpty()
                || WORD.matcher(before).matches()
                        && !line.substring(0, Math.min(at.getCharacter(), line.length()))
                                .endsWith(" ");
    }
}

package hep.winnow.app.lsp;

import hep.winnow.core.lang.Lexeme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The text of a macro, with places as editors count them: lines and UTF-16 units from 0. */
final class Text {
    private final String content;
    private final int[] starts;

    Text(String content) {
        this.content = content;
        this.starts = starts(content);
    }

    private static int[] starts(String content) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean isEnd = c == '\n' || c == '\r' && !content.startsWith("\n", i + 1);
            if (isEnd) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    String content() {
        return content;
    }

    /** Returns the number of lines; what stands behind the last line end is one too, if it is empty as well. */
    int lines() {
        return starts.length;
    }

    /** Returns a line, without its end. */
    String line(int number) {
        int end = number + 1 < starts.length ? starts[number + 1] : content.length();
        while (end > starts[number] && "\r\n".indexOf(content.charAt(end - 1)) >= 0) {
            end--;
        }
        return content.substring(starts[number], end);
    }

    /** Returns the offset of a place; what is beyond the text, or the end of its line, counts as its end. */
    int offset(Position at) {
        if (at.getLine() >= starts.length) {
            return content.length();
        }
        int line = Math.max(0, at.getLine());
        return starts[line]
                + Math.min(Math.max(0, at.getCharacter()), line(line).length());
    }

    Position position(int offset) {
        int at = Math.min(Math.max(0, offset), content.length());
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, at - starts[line]);
    }

    Range range(int start, int end) {
        return new Range(position(start), position(Math.max(start, end)));
    }

    /** Returns the name, or whatever else stands there, that a place is in, or else right behind. */
    Optional<Lexeme> lexeme(Position at) {
        int offset = offset(at);
        List<Lexeme> touching = Lexeme.of(content).stream()
                .filter(l -> l.start() <= offset && offset <= l.end())
                .toList();
        return touching.stream()
                .filter(Text::isName)
                .findFirst()
                .or(() -> touching.stream().filter(l -> offset < l.end()).findFirst())
                .or(() -> touching.stream().findFirst());
    }

    static boolean isName(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.QUOTED_NAME;
    }
}

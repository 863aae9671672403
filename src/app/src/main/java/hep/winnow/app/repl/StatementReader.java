package hep.winnow.app.repl;

import hep.winnow.core.assist.Completions;
import hep.winnow.core.lang.Lexeme;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine when a statement is whole, and which word is to be completed. */
final class StatementReader implements Parser {
    private final Suggester suggester;

    StatementReader(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !Lexeme.isWhole(line) && !line.endsWith("\n\n")) {
            throw new EOFError(-1, -1, "goes on");
        }
        if (context == ParseContext.COMPLETE) {
            Completions found = suggester.complete(line, cursor);
            return new Word(line, cursor, line.substring(found.start(), cursor), found);
        }
        return new Word(line, cursor, "", new Completions(cursor, cursor, List.of()));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /**
     * A line with the word at its cursor.
     *
     * @param found what can stand there
     */
    record Word(String line, int cursor, String word, Completions found) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}

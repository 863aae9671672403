package hep.winnow.app.repl;

import hep.winnow.core.assist.Completion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers completions to JLine. */
final class CandidateMaker implements Completer {
    private static final int LONGEST = 70;

    private final Suggester suggester;

    CandidateMaker(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<Completion> items = line instanceof StatementReader.Word word
                ? word.found().items()
                : suggester.complete(line.line(), line.cursor()).items();
        int order = 0;
        for (Completion item : items) {
            candidates.add(candidate(item, order++));
        }
    }

    private static Candidate candidate(Completion item, int order) {
        boolean goesOn = item.text().endsWith("=")
                || item.text().endsWith("(")
                || item.text().endsWith("/");
        return new Candidate(
                item.text(),
                item.text(),
                null,
                description(item),
                null,
                null,
                !goesOn && item.kind() != Completion.Kind.FILE,
                order);
    }

    private static String description(Completion item) {
        String gap = item.detail().isEmpty() || item.doc().isEmpty() ? "" : "; ";
        boolean isOfDoc = item.kind() == Completion.Kind.OPTION || item.kind() == Completion.Kind.WORD;
        String text = isOfDoc ? item.doc() + gap + item.detail() : item.detail() + gap + item.doc();
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}

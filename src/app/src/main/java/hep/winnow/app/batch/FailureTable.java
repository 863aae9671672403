package hep.winnow.app.batch;

import hep.winnow.api.text.Tables;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What failed in a batch: which files, where, why, and where more is told. */
final class FailureTable {
    private static final int MOST = 50;

    private final Terminal terminal;

    FailureTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints it on standard error.
     *
     * @param failures at least one
     * @param files of the batch
     * @param isMerged whether the others were merged
     */
    void print(List<Outcome> failures, int files, boolean isMerged) {
        Paint paint = terminal.errPaint();
        List<List<String>> rows = new ArrayList<>();
        for (Outcome o : failures.subList(0, Math.min(MOST, failures.size()))) {
            rows.add(List.of(
                    o.title(),
                    o.place(),
                    firstLine(o.error()),
                    o.log().map(Path::toString).orElse("")));
        }
        terminal.err().println();
        terminal.err()
                .println(paint.red("failed: " + Words.count(failures.size(), "job") + " of a batch over "
                        + Words.count(files, "file")));
        terminal.err().print(Tables.of(List.of("file", "where", "error", "more in"), rows));
        if (failures.size() > MOST) {
            terminal.err().println("and " + (failures.size() - MOST) + " more, in the journal");
        }
        Set<String> helps = new LinkedHashSet<>();
        failures.stream().map(Outcome::help).filter(h -> !h.isEmpty()).forEach(helps::add);
        helps.stream().limit(3).forEach(h -> terminal.err().println("   " + paint.cyan("help:") + " " + h));
        terminal.err()
                .println(
                        isMerged
                                ? "They are missing in what was merged. Mend them, and go on with --resume."
                                : "Nothing was merged. Mend them and go on with --resume, or leave them out with"
                                        + " --on-bad=skip.");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}

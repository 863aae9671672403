package hep.winnow.app.macro;

import hep.winnow.api.run.RunRecord;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.run.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The end of a run in a few lines: how it went, how long it took, what was written. */
public final class Summary {
    private final RunResult result;
    private final Terminal terminal;
    private final String recordName;

    /** Makes the summary of a run whose numbers are in the file {@code recordName}. */
    public Summary(RunResult result, Terminal terminal, String recordName) {
        this.result = result;
        this.terminal = terminal;
        this.recordName = recordName;
    }

    /** Prints it. */
    public void print() {
        Paint paint = terminal.outPaint();
        List<RunRecord.Statement> expectations = result.record().statements().stream()
                .filter(s -> s.verb().equals("expect"))
                .toList();
        int failed = result.failedExpectations();
        String verdict = "";
        if (failed > 0) {
            verdict = ", " + paint.red(failed + " of " + Words.count(expectations.size(), "expectation") + " failed");
        } else if (!expectations.isEmpty()) {
            verdict = ", "
                    + paint.green(
                            expectations.size() == 1
                                    ? "its expectation holds"
                                    : "all " + expectations.size() + " expectations hold");
        }
        terminal.out().println();
        terminal.out()
                .println(paint.bold("done in " + Words.seconds(result.record().seconds())) + verdict + warnings(paint));
        terminal.out().println("in " + paint.bold(result.out() + "/"));
        files().forEach(line -> terminal.out().println("  " + line));
    }

    private String warnings(Paint paint) {
        int count = result.record().warnings().size();
        return count == 0 ? "" : ", " + paint.yellow(Words.count(count, "warning"));
    }

    /** Returns the names of all files that were written, in lines that fit. */
    private List<String> files() {
        Set<String> names = new LinkedHashSet<>();
        result.record().statements().forEach(s -> names.addAll(s.files()));
        names.add(recordName);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            if (line.length() > 0
                    && line.length() + name.length() + 4 > terminal.looks().columns()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : "  ").append(name);
        }
        lines.add(line.toString());
        return lines;
    }
}

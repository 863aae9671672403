package hep.winnow.app.macro;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.run.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A plan in words. */
final class Explanation {
    private static final int WIDEST = 100;

    private final Program program;
    private final Plan plan;
    private final Paint paint;
    private final int columns;
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    Explanation(Program program, Plan plan, Terminal terminal) {
        this.program = program;
        this.plan = plan;
        this.paint = terminal.outPaint();
        this.columns = Math.min(WIDEST, terminal.looks().columns());
        program.statements().forEach(s -> lineOf.put(s.name(), s.line()));
    }

    /** Returns the explanation; each line ends in a line end. */
    String text() {
        presummed();
        for (int i = 0; i < plan.stages().size(); i++) {
            stage(i, plan.stages().get(i));
        }
        List<Planned> reports = reports(program.statements());
        if (!reports.isEmpty()) {
            heading("at the end", "");
            reports.forEach(s -> statement(s, 2));
        }
        return out.toString();
    }

    /** Returns a section of paragraphs, to stand behind the explanation. */
    String section(String title, List<String> paragraphs) {
        int before = out.length();
        heading(title, "");
        paragraphs.forEach(text -> prose(text, 2));
        return out.substring(before);
    }

    private void presummed() {
        if (!plan.presummed().isEmpty()) {
            List<String> names = plan.presummed().stream()
                    .sorted()
                    .map(i -> program.samples().get(i).name())
                    .toList();
            heading("before the first pass", "");
            prose(
                    "the sums of weights (for xsec=) or the classes (for class=) of " + String.join(", ", names)
                            + " must be known; what is read for that is kept where a later statement needs it",
                    2);
        }
    }

    private void stage(int number, Plan.Stage stage) {
        boolean isFirst = number == 0;
        heading(
                "pass " + (number + 1) + " of " + plan.stages().size(),
                isFirst ? "over the files" : "over what was kept");
        if (isFirst) {
            samples();
        }
        if (!stage.fills().isEmpty()) {
            prose(isFirst ? "these share it, for none needs a result of another:" : "these share it:", 2);
            stage.fills().forEach(s -> statement(s, 4));
        }
        List<Planned> barriers =
                stage.barriers().stream().filter(s -> !isReport(s)).toList();
        if (!barriers.isEmpty()) {
            prose("then, one after the other, on whole columns and results:", 2);
            barriers.forEach(s -> statement(s, 4));
        }
    }

    private void samples() {
        for (SampleDecl sample : program.samples()) {
            Set<String> read = plan.firstPass().getOrDefault(sample.index(), Set.of());
            Set<String> kept = plan.kept().getOrDefault(sample.index(), Set.of());
            boolean isUsed = plan.firstPass().containsKey(sample.index());
            int all = sample.source().schema().size();
            out.append("  ")
                    .append(paint.cyan(sample.name()))
                    .append("  ")
                    .append(origin(sample))
                    .append('\n');
            if (!isUsed) {
                prose("not read: no statement looks at it", 4);
                continue;
            }
            String some = read.size() + " of " + Words.count(all, "column") + names(sample, read);
            prose("reads " + (read.size() == all ? "all " + Words.count(all, "column") : some), 4);
            if (plan.kept().containsKey(sample.index())) {
                prose(
                        "keeps " + (kept.equals(read) ? "them all" : kept.size() + names(sample, kept))
                                + " for later statements",
                        4);
            } else {
                prose("keeps nothing: its events stream through", 4);
            }
        }
    }

    /** Returns the names of columns in the order of the file. */
    private static String names(SampleDecl sample, Set<String> wanted) {
        List<String> names = sample.source().schema().stream()
                .map(ColumnInfo::name)
                .filter(wanted::contains)
                .toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private static String origin(SampleDecl sample) {
        List<String> files =
                sample.source().files().stream().map(Object::toString).toList();
        if (files.isEmpty()) {
            return "made, not read";
        }
        return files.size() <= 2 ? String.join(", ", files) : files.get(0) + " and " + (files.size() - 1) + " more";
    }

    private void statement(Planned statement, int margin) {
        String line = statement.source().lines().findFirst().orElse("").strip();
        Set<String> awaited = plan.waitsFor().getOrDefault(statement.number(), Set.of());
        String number = String.format(Locale.ROOT, "%4d", statement.line());
        int room = columns - margin - number.length() - 3;
        out.append(" ".repeat(margin))
                .append(paint.dim(number))
                .append("  ")
                .append(cut(line, room))
                .append('\n');
        if (!awaited.isEmpty()) {
            String text = "waits for "
                    + String.join(
                            ", ",
                            new TreeSet<>(awaited).stream().map(this::withLine).toList());
            prose(text, margin + number.length() + 4);
        }
    }

    private String withLine(String name) {
        return name + " (line " + lineOf.getOrDefault(name, 0) + ")";
    }

    private static String cut(String line, int room) {
        return line.length() <= room ? line : line.substring(0, Math.max(1, room - 1)) + "…";
    }

    private static List<Planned> reports(List<Planned> statements) {
        return statements.stream().filter(Explanation::isReport).toList();
    }

    private static boolean isReport(Planned statement) {
        return statement.action() instanceof Action.Report;
    }

    private void heading(String title, String more) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(paint.bold(title))
                .append(more.isEmpty() ? "" : ", " + more)
                .append('\n');
    }

    private void prose(String text, int margin) {
        Prose.wrap(text, columns - margin, 2)
                .lines()
                .forEach(line -> out.append(" ".repeat(margin)).append(line).append('\n'));
    }
}

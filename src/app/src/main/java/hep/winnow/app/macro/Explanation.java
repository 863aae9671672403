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
import hep.winnow.core.run.Forecast;
import hep.winnow.core.run.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A plan in words. */
final class Explanation {
    private static final int WIDEST = 100;

    private final Program program;
    private final Plan plan;
    private final Forecast forecast;
    private final Paint paint;
    private final int columns;
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    Explanation(Program program, Plan plan, Forecast forecast, Terminal terminal) {
        this.program = program;
        this.forecast = forecast;
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
            prose("then, one after the other, for they need whole columns or finished results:", 2);
            barriers.forEach(s -> statement(s, 4));
        }
    }

    private void samples() {
        for (Forecast.OfSample of : forecast.samples()) {
            SampleDecl sample = of.sample();
            int all = sample.source().schema().size();
            int read = of.read().size();
            out.append("  ")
                    .append(paint.cyan(sample.name()))
                    .append("  ")
                    .append(origin(sample))
                    .append('\n');
            if (!of.isUsed()) {
                prose("not read: no statement looks at it", 4);
                continue;
            }
            String some = read + " of " + Words.count(all, "column") + names(of.read());
            prose("reads " + (read == all ? "all " + Words.count(all, "column") : some), 4);
            if (of.isKept()) {
                boolean isAll = of.kept().equals(of.read());
                prose(
                        "keeps " + (isAll ? "them all" : of.kept().size() + names(of.kept())) + " for later statements",
                        4);
            } else {
                prose("keeps nothing: its events stream through", 4);
            }
        }
    }

    private static String names(List<ColumnInfo> columns) {
        return columns.isEmpty()
                ? ""
                : ": " + columns.stream().map(ColumnInfo::name).collect(Collectors.joining(", "));
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
        if (!statement.through().isEmpty()) {
            String text = statement.through().stream()
                    .map(t -> t.verb() + ", line " + t.line())
                    .collect(Collectors.joining(", then "));
            prose("in the body of " + text, margin + number.length() + 4);
        }
    }

    private String withLine(String name) {
        return (plan.isModel(name, program) ? "the trained model " : "the result ") + name + " (line "
                + lineOf.getOrDefault(name, 0) + ")";
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

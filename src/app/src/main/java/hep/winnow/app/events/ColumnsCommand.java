package hep.winnow.app.events;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.text.TextTable;
import hep.winnow.app.shell.Interruption;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow columns}: what is in a file of events. */
@Command(
        name = "columns",
        description = "Tells the columns of files of events: types, ranges, missing values, first values.",
        footer = {
            "",
            "Examples:",
            "  winnow columns data/hww.csv.gz",
            "  winnow columns HIGGS.csv --header no --columns label,lepton_pt,lepton_eta",
            "  winnow columns \"run*.tsv\" --sep \"|\""
        })
public final class ColumnsCommand implements Callable<Integer> {
    private static final int WIDEST = 160;

    private final Session session;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files with the same columns; globs in quotes, .gz too.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private TableArguments table = new TableArguments();

    /** Makes the command. */
    public ColumnsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Interruption.during(session.terminal(), this::read);
    }

    private int read() {
        CsvSource source = table.open(files);
        List<ColumnSummary> columns =
                source.schema().stream().map(ColumnSummary::new).toList();
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        try (Reading reading = new Reading(source, true, session.terminal())) {
            reading.forEach(names, block -> {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(block.columns().get(i));
                }
            });
            print(source, columns, reading);
        } catch (IOException e) {
            throw UserError.data("cannot read " + String.join(", ", files) + ": " + e.getMessage(), "")
                    .because(e);
        }
        return Status.DONE;
    }

    private void print(CsvSource source, List<ColumnSummary> columns, Reading reading) {
        Terminal terminal = session.terminal();
        Paint paint = terminal.outPaint();
        terminal.out()
                .print(table(
                        columns,
                        terminal.looks().outIsTerminal() ? terminal.looks().columns() : WIDEST));
        terminal.out().println();
        String from = source.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        terminal.out()
                .println(paint.bold(Words.count(reading.events(), "event")) + ", "
                        + Words.count(columns.size(), "column") + " in " + from);
        notes(source, columns).forEach(note -> say(note, paint));
        if (reading.skipped() > 0) {
            say(Words.count(reading.skipped(), "row") + " cannot be read ('on_bad=skip' leaves them out):", paint);
            reading.badRows().forEach(row -> terminal.out().println("  " + row));
        }
    }

    /** Returns the table, with the first values cut off where they would not fit. */
    private static String table(List<ColumnSummary> columns, int width) {
        TextTable bare = new TextTable("column", "type", "missing", "min", "mean", "max");
        columns.forEach(c -> bare.row(c.name(), c.type(), c.missing(), c.min(), c.mean(), c.max()));
        int used = bare.toString().lines().mapToInt(String::length).max().orElse(0);
        int room = Math.max(12, width - used - 3);
        TextTable whole = new TextTable("column", "type", "missing", "min", "mean", "max", "first values");
        columns.forEach(
                c -> whole.row(c.name(), c.type(), c.missing(), c.min(), c.mean(), c.max(), cut(c.examples(), room)));
        return whole.toString();
    }

    private static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    private void say(String note, Paint paint) {
        Terminal terminal = session.terminal();
        String text = Prose.wrap("note: " + note, terminal.looks().columns() - 1, 2);
        terminal.out().println(paint.yellow("note:") + text.substring("note:".length()));
    }

    /** Returns what a macro that reads this should know. */
    private static List<String> notes(CsvSource source, List<ColumnSummary> columns) {
        List<String> notes = new ArrayList<>();
        Map<Double, List<ColumnSummary>> sentinels = new TreeMap<>();
        columns.stream()
                .filter(ColumnSummary::hasSentinel)
                .forEach(c -> sentinels
                        .computeIfAbsent(c.sentinel(), s -> new ArrayList<>())
                        .add(c));
        sentinels.forEach((value, found) -> notes.add(sentinelNote(value, found)));
        for (ColumnSummary column : columns) {
            source.firstText(column.name())
                    .filter(text -> !column.hasFewTexts())
                    .ifPresent(text -> notes.add("'" + column.name() + "' holds texts, the first of them " + text));
        }
        return notes;
    }

    private static String sentinelNote(double value, List<ColumnSummary> columns) {
        double share =
                columns.stream().mapToDouble(ColumnSummary::sentinelShare).max().orElse(0);
        String names = columns.stream().map(ColumnSummary::name).collect(Collectors.joining(", "));
        String number = Numbers.text(value);
        return number + " stands for \"missing\", it seems, in up to " + Numbers.significant(100 * share, 3)
                + "% of events; in a macro: missing [" + names + "] sentinel=" + number;
    }
}

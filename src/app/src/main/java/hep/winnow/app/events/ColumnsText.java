package hep.winnow.app.events;

import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.api.text.TextTable;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code winnow columns} tells people of tables. */
final class ColumnsText {
    private static final int WIDEST = 160;

    private final Terminal terminal;
    private final Paint paint;

    ColumnsText(Terminal terminal) {
        this.terminal = terminal;
        this.paint = terminal.outPaint();
    }

    void print(List<TableSummary> tables) {
        if (tables.isEmpty()) {
            terminal.out().println("The file holds no table of events.");
        }
        for (int i = 0; i < tables.size(); i++) {
            if (i > 0) {
                terminal.out().println();
            }
            print(tables.get(i));
        }
    }

    private void print(TableSummary table) {
        if (!table.name().isEmpty()) {
            terminal.out().println(paint.bold("table " + table.name()));
            terminal.out().println();
        }
        List<ColumnSummary> columns = table.columns();
        terminal.out()
                .print(text(
                        columns,
                        terminal.looks().outIsTerminal() ? terminal.looks().columns() : WIDEST));
        terminal.out().println();
        String from = table.source().files().stream().map(Path::toString).collect(Collectors.joining(", "));
        terminal.out()
                .println(paint.bold(Words.count(table.events().orElse(0), "event")) + ", "
                        + Words.count(columns.size(), "column") + " in " + from);
        notes(table).forEach(this::say);
        for (UnreadableColumn column : table.unreadable()) {
            say("'" + column.name() + "' (" + column.type() + ") cannot be read: " + column.reason());
        }
        if (table.skipped() > 0) {
            say(Words.count(table.skipped(), "row") + " cannot be read ('on_bad=skip' leaves them out):");
            table.badRows().forEach(row -> terminal.out().println("  " + row));
        }
    }

    /** Returns the table, with the first values cut off where they would not fit. */
    private static String text(List<ColumnSummary> columns, int width) {
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

    private void say(String note) {
        String text = Prose.wrap("note: " + note, terminal.looks().columns() - 1, 2);
        terminal.out().println(paint.yellow("note:") + text.substring("note:".length()));
    }

    /** Returns what a macro that reads this should know. */
    private static List<String> notes(TableSummary table) {
        List<String> notes = new ArrayList<>();
        Map<Double, List<ColumnSummary>> sentinels = new TreeMap<>();
        table.columns().stream()
                .filter(ColumnSummary::hasSentinel)
                .forEach(c -> sentinels
                        .computeIfAbsent(c.sentinel(), s -> new ArrayList<>())
                        .add(c));
        sentinels.forEach((value, found) -> notes.add(sentinelNote(value, found)));
        if (table.source() instanceof CsvSource csv) {
            for (ColumnSummary column : table.columns()) {
                csv.firstText(column.name())
                        .filter(text -> !column.hasFewTexts())
                        .ifPresent(text -> notes.add("'" + column.name() + "' holds texts, the first of them " + text));
            }
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

package hep.winnow.app.events;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Interruption;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.macro.EventFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow columns}: what is in a file of events. */
@Command(
        name = "columns",
        description = "Tells the columns of files of events, whatever their format: types, ranges, missing values,"
                + " first values.",
        footer = {
            "",
            "With --json --stats it prints {\"file\", \"kind\", \"tables\": [{\"name\", \"entries\", \"columns\":",
            "[{\"name\", \"type\", \"count\", \"sum\", \"min\", \"max\", \"nonfinite\", \"first\", \"error\"}], \"error\"}]}.",
            "Of a column with lists, all values in the lists count; sum and range are those of the finite ones,",
            "and null if there are none. \"first\" are the first three events; \"nan\", \"inf\" and \"-inf\" stand",
            "there as strings. \"error\" is null, or why the column, or the whole table, cannot be read.",
            "",
            "Examples:",
            "  winnow columns data/hww.csv.gz",
            "  winnow columns HIGGS.csv --header no --columns label,lepton_pt,lepton_eta",
            "  winnow columns \"run*.tsv\" --sep \"|\"",
            "  winnow columns train-images-idx3-ubyte.gz --json --stats"
        })
public final class ColumnsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files with the same columns; globs in quotes, .gz too.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON. Without --stats, only what the headers tell.")
    private boolean isJson;

    @Option(names = "--stats", description = "Read all values for --json.")
    private boolean hasStats;

    @Mixin
    private FileArguments arguments = new FileArguments();

    /** Makes the command. */
    public ColumnsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Interruption.during(session.terminal(), this::read);
    }

    private int read() {
        Installation installation = session.install();
        installation.warn(session.terminal());
        EventFiles events = new EventFiles(
                installation.winnow().vocabulary(), installation.winnow().functions());
        EventFiles.Request request = arguments.request(files);
        EventFiles.Found found = events.find(request);
        List<TableSummary> tables = tables(events, request, found.tables());
        Terminal terminal = session.terminal();
        if (isJson) {
            terminal.out().print(ColumnsJson.of(String.join(", ", files), found.kind(), tables, hasStats));
        } else {
            new ColumnsText(terminal).print(tables);
        }
        return Status.DONE;
    }

    private List<TableSummary> tables(EventFiles events, EventFiles.Request request, Optional<List<String>> names) {
        if (names.isEmpty()) {
            return List.of(table(arguments.table(), events.open(request)));
        }
        List<TableSummary> tables = new ArrayList<>();
        for (String name : names.get()) {
            try {
                tables.add(table(name, events.open(request, name)));
            } catch (UserError e) {
                if (isJson) {
                    tables.add(TableSummary.unopened(name, e));
                    continue;
                }
                Paint paint = session.terminal().errPaint();
                session.terminal()
                        .err()
                        .println(paint.yellow("warning:") + " the table " + name + " cannot be read: " + e.message());
            }
        }
        return tables;
    }

    private TableSummary table(String name, EventSource source) {
        if (isJson && !hasStats) {
            return TableSummary.ofHeader(name, source);
        }
        try {
            return TableSummary.of(name, source, session.terminal());
        } catch (UserError e) {
            if (isJson) {
                return TableSummary.damaged(name, source, e);
            }
            throw e;
        } catch (IOException e) {
            throw UserError.data("cannot read " + String.join(", ", files) + ": " + e.getMessage(), "")
                    .because(e);
        }
    }
}

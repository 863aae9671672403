package hep.winnow.app.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Allowed;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.Winnow;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.macro.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The macro that a command is about, with its params. */
public final class MacroArguments {
    /** Errors of this group lie in the data that a macro names, not in the macro. */
    private static final String DATA_CODES = "E4";

    @Parameters(index = "0", paramLabel = "MACRO", description = "The macro, such as macros/higgs.wn.")
    private Path path = Path.of("");

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Gives a param of the macro another value. May be given several times.")
    private Map<String, String> params = new LinkedHashMap<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "Uses the first N events of each sample alone, to try things out; 0 for all. It comes before 'set"
                            + " limit='.")
    private @Nullable Integer limit;

    @Option(
            names = "--allow",
            paramLabel = "PATH",
            description = "A file or folder that the macro may read and write besides, or a web server that it may read"
                    + " from, https://example.org. May be given several times; the variable WINNOW_ALLOW holds more,"
                    + " parted as in PATH.")
    private List<String> allowed = new ArrayList<>();

    /** Returns the params that were given, by name. */
    public Map<String, String> params() {
        return params;
    }

    /** Tells whether a limit of events was given. */
    public boolean isLimited() {
        return limit != null;
    }

    /** Returns what the macro may reach besides. */
    public Allowed allowed() {
        return new Allowed(allowed).checked();
    }

    /** Reads the file. */
    public MacroText read() {
        return MacroText.read(path);
    }

    /** Checks the macro, whose results would go to its usual folder. */
    Winnow.Checked check(Session session, Winnow winnow, MacroText macro) {
        return check(session, winnow, macro, folder(macro));
    }

    /** Returns where results go if nothing is said. */
    static Path folder(MacroText macro) {
        return Path.of("out").resolve(macro.stem());
    }

    /** Checks the macro. */
    Winnow.Checked check(Session session, Winnow winnow, MacroText macro, Path out) {
        if (limit != null && limit < 0) {
            throw UserError.macro("--limit must be at least 0, found " + limit, "0 is all events");
        }
        OptionalInt most = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
        return winnow.check(
                macro.name(),
                macro.text(),
                macro.folder(),
                Given.params(params).withLimit(most).with(session.access(macro.folder(), allowed(), out)));
    }

    /** Draws all that a check found on standard error. */
    public static void draw(Winnow.Checked checked, Session session) {
        Terminal terminal = session.terminal();
        if (!checked.diagnostics().isEmpty()) {
            DiagnosticPrinter printer =
                    new DiagnosticPrinter(checked.texts(), terminal.errPaint().isOn());
            terminal.err().print(printer.print(checked.diagnostics()));
            terminal.err().println();
        }
    }

    /** Returns the exit status of what was found. */
    public static int status(List<Diagnostic> found) {
        List<Diagnostic> errors = errors(found);
        if (errors.isEmpty()) {
            return Status.DONE;
        }
        boolean isData = errors.stream().allMatch(d -> d.code().startsWith(DATA_CODES));
        return isData ? Status.ENVIRONMENT : Status.MACRO;
    }

    /** Returns what stops a run. */
    static List<Diagnostic> errors(List<Diagnostic> found) {
        return found.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }
}

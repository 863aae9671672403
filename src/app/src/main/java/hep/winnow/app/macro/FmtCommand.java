package hep.winnow.app.macro;

import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.lang.Formatter;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.text.AtomicFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow fmt}: macros in one style. */
@Command(
        name = "fmt",
        description = "Sets macros in one style; only blanks are changed.",
        footer = {
            "",
            "Blocks are indented by two blanks; a comma is followed by one; lines end without blanks. Comments stay.",
            "A macro with a mistake in its text is told of and left as it is.",
            "",
            "Examples:",
            "  winnow fmt m.wn             writes the file anew if it changes",
            "  winnow fmt --check *.wn     tells which would change; for scripts",
            "",
            "Exit status: 0 done, 1 a mistake, or with --check a file that would change."
        })
public final class FmtCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "MACRO", description = "The macros.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--check", description = "Write nothing; tell which files would change.")
    private boolean isCheck;

    /** Makes the command. */
    public FmtCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int status = Status.DONE;
        for (MacroText macro : paths.stream().map(MacroText::read).toList()) {
            status = Math.max(status, format(macro));
        }
        return status;
    }

    private int format(MacroText macro) {
        Terminal terminal = session.terminal();
        MacroFile file = Parser.parse(macro.name(), macro.text());
        if (!file.diagnostics().isEmpty()) {
            DiagnosticPrinter printer = new DiagnosticPrinter(
                    Map.of(macro.name(), macro.text()), terminal.errPaint().isOn());
            terminal.err().print(printer.print(file.diagnostics()));
            Paint paint = terminal.errPaint();
            terminal.err()
                    .println(paint.red(
                            macro.name() + ": " + Words.count(file.diagnostics().size(), "error") + ", left as it is"));
            return Status.MACRO;
        }
        String formatted = Formatter.format(macro.text());
        if (formatted.equals(macro.text())) {
            return Status.DONE;
        }
        if (isCheck) {
            terminal.out().println(macro.name() + " would change");
            return Status.MACRO;
        }
        AtomicFiles.writeText(macro.path(), formatted);
        terminal.out().println(macro.name());
        return Status.DONE;
    }
}

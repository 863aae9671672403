package hep.winnow.app.macro;

import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Words;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow check}: all mistakes of a macro, before an event is read. */
@Command(
        name = "check",
        description = "Finds every mistake of a macro before one event is read.",
        footer = {
            "",
            "Names, options, types and roles are checked in the whole file, against the headers",
            "of the files that it reads.",
            "",
            "Examples:",
            "  winnow check macros/higgs.wn",
            "  winnow check macros/lecture/higgs_features.wn --param file=HIGGS.csv"
        })
public final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MacroArguments arguments = new MacroArguments();

    /** Makes the command. */
    public CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        MacroText macro = arguments.read();
        Installation installation = session.install();
        installation.warn(session.terminal());
        Winnow.Checked checked = arguments.check(session, installation.winnow(), macro);
        MacroArguments.draw(checked, session);
        int errors = MacroArguments.errors(checked.diagnostics()).size();
        if (errors > 0) {
            Paint paint = session.terminal().errPaint();
            session.terminal().err().println(paint.red(macro.name() + ": " + Words.count(errors, "error")));
        } else {
            checked.program().ifPresent(program -> praise(macro, program));
        }
        return MacroArguments.status(checked.diagnostics());
    }

    private void praise(MacroText macro, Program program) {
        Paint paint = session.terminal().outPaint();
        session.terminal()
                .out()
                .println(paint.green(macro.name() + ": no errors")
                        + paint.dim(" ("
                                + Words.count(program.samples().size(), "sample") + ", "
                                + Words.count(program.statements().size(), "statement") + " to carry out)"));
    }
}

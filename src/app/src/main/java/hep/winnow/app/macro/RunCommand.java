package hep.winnow.app.macro;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Interruption;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.Deadline;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow run}: an analysis from events to a report. */
@Command(
        name = "run",
        description = "Runs a macro.",
        footer = {
            "",
            "What the macro writes goes into one folder, with run.json, which holds every number of the run.",
            "It may read what lies in its own folder, in the one where you are, and what --param",
            "names, and write into the folder of results alone; --allow PATH lets it do more.",
            "The same macro, data and seed give the same numbers for any number of threads.",
            "Events that do not fit into memory lie in temporary files meanwhile.",
            "",
            "Examples:",
            "  winnow run macros/higgs.wn",
            "  winnow run m.wn --param file=HIGGS.csv --param epochs=50 --out out/first",
            "  winnow run m.wn --quiet --threads 4 && echo all expectations hold",
            "",
            "Exit status: 0 done, 1 error in the macro, 2 error in data or environment,",
            "3 an expect failed, 130 interrupted."
        })
public final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MacroArguments arguments = new MacroArguments();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go. Default: out/NAME, in the folder where you are.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "How many threads work. Default: as many as there are cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private MemoryOption memory = new MemoryOption();

    @Mixin
    private TimeOption time = new TimeOption();

    @Option(names = "--resume", description = "Go on from the checkpoints that an earlier run left in DIR.")
    private boolean resumes;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show warnings, errors and failed expectations alone.")
    private boolean isQuiet;

    /** Makes the command. */
    public RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw UserError.data("--threads must be at least 1, found " + threads, "leave it out for all cores");
        }
        MacroText macro = arguments.read();
        Installation installation = session.install();
        installation.warn(session.terminal());
        Path folder = out.orElseGet(() -> MacroArguments.folder(macro));
        Winnow.Checked checked = arguments.check(session, installation.winnow(), macro, folder);
        MacroArguments.draw(checked, session);
        if (checked.program().isEmpty()) {
            return MacroArguments.status(checked.diagnostics());
        }
        RunOptions options = new RunOptions(folder, threads, session.version(), resumes, memory.setting());
        return run(installation.winnow(), checked, options);
    }

    private int run(Winnow winnow, Winnow.Checked checked, RunOptions options) {
        Program program = checked.program().orElseThrow();
        Terminal terminal = session.terminal();
        try {
            return Interruption.during(terminal, () -> {
                RunResult result = run(winnow, program, options);
                if (!isQuiet) {
                    new Summary(result, terminal, "run.json").print();
                }
                return result.failedExpectations() > 0 ? Status.EXPECTATION : Status.DONE;
            });
        } catch (RunFailure e) {
            return Complaint.of(e, checked.texts()).print(terminal);
        }
    }

    private RunResult run(Winnow winnow, Program program, RunOptions options) {
        RunDisplay display = new RunDisplay(session.terminal(), isQuiet);
        try {
            return time.limit()
                    .map(limit -> Deadline.within(limit, () -> winnow.run(program, options, display)))
                    .orElseGet(() -> winnow.run(program, options, display));
        } finally {
            display.end();
        }
    }
}

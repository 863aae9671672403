package hep.winnow.app.repl;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.doc.Lookup;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.run.RunOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow repl}: statements are carried out as they are typed. */
@Command(
        name = "repl",
        description = "Carries out statements as they are typed.",
        footer = {
            "",
            "A statement works on all that was typed before it; files are read and models trained once. With a macro,",
            "the session goes on behind it. Tab completes; 'help' tells the rest; 'record on FILE.wn' keeps what is",
            "typed as a macro. From a pipe or file, statements are read line by line.",
            "",
            "Examples:",
            "  winnow repl",
            "  winnow repl macros/higgs.wn",
            "  echo 'toy moons' | winnow repl",
            "",
            "Exit status: 0."
        })
public final class ReplCommand implements Callable<Integer> {
    /** Longer lines are hard to read, however wide the terminal is. */
    static final int WIDEST = 100;

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "MACRO", description = "A macro to begin with. Default: none.")
    private Optional<Path> path = Optional.empty();

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Gives a param of the macro another value. May be given several times.")
    private Map<String, String> params = new LinkedHashMap<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go. Default: out/repl, in the folder where you are.")
    private Path out = Path.of("out", "repl");

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "How many threads work. Default: as many as there are cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Makes the command. */
    public ReplCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw UserError.data("--threads must be at least 1, found " + threads, "leave it out for all cores");
        }
        Optional<MacroText> macro = path.map(MacroText::read);
        Installation installation = session.install();
        installation.warn(session.terminal());
        Terminal terminal = session.terminal();
        RunOptions options = new RunOptions(out, threads, session.version(), false, OptionalDouble.empty());
        Path folder = macro.map(MacroText::folder).orElse(Path.of(""));
        Shell.Settings settings = new Shell.Settings(
                macro.map(MacroText::name).orElse("typed"),
                folder,
                params,
                options,
                Runtime.getRuntime().maxMemory() / 4,
                session.showsStack());
        Lookup lookup = new Lookup(
                installation,
                terminal.outPaint(),
                Math.min(WIDEST, terminal.looks().columns()));
        try (Conversation conversation = Conversation.of(installation, settings, lookup, terminal, session.input())) {
            conversation.hold(macro.map(MacroText::text).orElse(""), session.version());
        }
        return Status.DONE;
    }
}

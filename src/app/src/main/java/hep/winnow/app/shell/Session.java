package hep.winnow.app.shell;

import hep.winnow.core.access.FileAccess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code winnow} itself: what holds for all of its commands. */
@Command(
        name = "winnow",
        synopsisSubcommandLabel = "COMMAND",
        description = "Separates signal from background: checks and runs macros of an analysis.",
        footer = {
            "",
            "Examples:",
            "  winnow run macros/higgs.wn    run an analysis; its results go to out/higgs",
            "  winnow repl                   try statements out as you type them",
            "  winnow check m.wn             find every mistake before an event is read",
            "  winnow columns HIGGS.csv      look at a file of events",
            "  winnow doc train mlp          what a verb does, with all its options",
            "  winnow run --help             more on a command, with examples",
            "",
            "Exit status: 0 done, 1 error in the macro, 2 error in data or environment,",
            "3 an expect failed, 130 interrupted."
        })
public final class Session {
    private final Host host;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A further folder of plugins. May be given several times.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--stack", scope = ScopeType.INHERIT, description = "On a bug, show the stack trace.")
    private boolean showsStack;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean isHelpWanted;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean isVersionWanted;

    private Optional<FutureTask<Installation>> ahead = Optional.empty();

    /** Makes a session in some surroundings. */
    public Session(Host host) {
        this.host = host;
    }

    /** Returns where to speak. */
    public Terminal terminal() {
        return host.terminal();
    }

    /** Returns what is typed, or flows in. */
    public Host.Source input() {
        return host.input();
    }

    /** Returns the version of Winnow. */
    public String version() {
        return host.version();
    }

    /** Tells whether a stack trace is to be shown. */
    public boolean showsStack() {
        return showsStack;
    }

    /** Tells whether help or the version was asked for, which is then shown in place of anything else. */
    public boolean isAsked() {
        return isHelpWanted || isVersionWanted;
    }

    /** Returns the folders in which plugins are looked for. */
    public List<Path> pluginFolders() {
        List<Path> all = new ArrayList<>(host.pluginFolders());
        all.addAll(folders);
        return all;
    }

    /**
     * Returns what a macro may read and write: what lies in its folder, in the working folder, and what comes with Winnow may be read, its out folder and what is allowed may be written.
     *
     * @param macro its folder
     * @param allowed by the user for this run
     * @param out its out folder
     */
    public FileAccess access(Path macro, Allowed allowed, Path out) {
        return FileAccess.none()
                .reading(macro, Path.of(""))
                .reading(host.readable().toArray(Path[]::new))
                .writing(host.allowed().paths().toArray(Path[]::new))
                .writing(allowed.paths().toArray(Path[]::new))
                .asking(host.allowed().hosts())
                .asking(allowed.hosts())
                .trustingParams()
                .out(out);
    }

    /** Returns the file that tells of all errors and warnings, if it is there. */
    public Optional<Path> errorPages() {
        return host.errorPages();
    }

    /** Begins to load what is installed, on a thread of its own: {@link #install} finds it there sooner. */
    public void installAhead() {
        FutureTask<Installation> task = new FutureTask<>(() -> Installation.load(host.pluginFolders()));
        Thread thread = new Thread(task, "winnow-plugins");
        thread.setDaemon(true);
        thread.start();
        ahead = Optional.of(task);
    }

    /** Loads what is installed. */
    public Installation install() {
        Optional<FutureTask<Installation>> begun = folders.isEmpty() ? ahead : Optional.empty();
        ahead = Optional.empty();
        return begun.map(Session::loaded).orElseGet(() -> Installation.load(pluginFolders()));
    }

    private static Installation loaded(FutureTask<Installation> task) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                } catch (ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}

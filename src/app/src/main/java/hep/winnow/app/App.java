package hep.winnow.app;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Bug;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The command line. One object runs one command. */
public final class App {
    private final Host host;
    private final Session session;

    /** Makes a command line in some surroundings. */
    public App(Host host) {
        this.host = host;
        this.session = new Session(host);
    }

    /** Runs a command and returns its exit status. Never throws. */
    public int run(String... arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (RuntimeException | Error e) {
            return bug(e, List.of(arguments));
        }
    }

    private CommandLine commandLine(String... arguments) {
        if (Commands.needInstallation(arguments)) {
            session.installAhead();
        }
        Terminal terminal = host.terminal();
        CommandLine line = new CommandLine(session);
        Commands.add(line, session, arguments);
        line.getCommandSpec().version("winnow " + host.version());
        line.setOut(terminal.writer(terminal.out()));
        line.setErr(terminal.writer(terminal.err()));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.outPaint().isOn() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.max(60, Math.min(100, terminal.looks().columns())));
        line.setUsageHelpAutoWidth(false);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler(new UsageHandler(terminal));
        line.setExecutionExceptionHandler(this::failed);
        return line;
    }

    private int execute(ParseResult parsed) {
        if (!parsed.hasSubcommand()
                && parsed.commandSpec().commandLine() != null
                && parsed.expandedArgs().isEmpty()) {
            parsed.commandSpec().commandLine().usage(host.terminal().out());
            return 0;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof UserError error) {
            return Complaint.of(error).print(host.terminal());
        }
        return bug(e, parsed.originalArgs());
    }

    private int bug(Throwable thrown, List<String> arguments) {
        return new Bug(thrown, host.version(), arguments).tell(host.terminal(), session.showsStack());
    }
}

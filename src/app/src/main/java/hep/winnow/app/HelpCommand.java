package hep.winnow.app;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.core.lang.Suggestions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow help run}: the same as {@code winnow run --help}. */
@Command(name = "help", description = "Shows the help of a command.")
final class HelpCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Default: all of them.")
    private Optional<String> wanted = Optional.empty();

    HelpCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        Map<String, CommandLine> commands = root.getSubcommands();
        CommandLine line = wanted.map(name -> find(name, commands)).orElse(root);
        line.usage(session.terminal().out(), line.getColorScheme());
        return Status.DONE;
    }

    private static CommandLine find(String name, Map<String, CommandLine> commands) {
        CommandLine found = commands.get(name);
        if (found == null) {
            String help = Suggestions.nearest(name, commands.keySet())
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("for a verb of macros: winnow doc " + name);
            throw UserError.data("there is no command '" + name + "'", help);
        }
        return found;
    }
}

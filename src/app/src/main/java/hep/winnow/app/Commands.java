package hep.winnow.app;

import hep.winnow.app.batch.BatchCommand;
import hep.winnow.app.batch.WorkerCommand;
import hep.winnow.app.doc.DocCommand;
import hep.winnow.app.events.ApplyCommand;
import hep.winnow.app.events.ColumnsCommand;
import hep.winnow.app.lsp.LspCommand;
import hep.winnow.app.macro.CheckCommand;
import hep.winnow.app.macro.ExplainCommand;
import hep.winnow.app.macro.FmtCommand;
import hep.winnow.app.macro.RunCommand;
import hep.winnow.app.model.ModelCommand;
import hep.winnow.app.plugin.PluginsCommand;
import hep.winnow.app.repl.ReplCommand;
import hep.winnow.app.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name, in the order in which the help lists them. */
final class Commands {
    private static final List<Map.Entry<String, Function<Session, Object>>> ALL = List.of(
            Map.entry("run", RunCommand::new),
            Map.entry("batch", BatchCommand::new),
            Map.entry("repl", ReplCommand::new),
            Map.entry("check", CheckCommand::new),
            Map.entry("explain", ExplainCommand::new),
            Map.entry("fmt", FmtCommand::new),
            Map.entry("doc", DocCommand::new),
            Map.entry("columns", ColumnsCommand::new),
            Map.entry("apply", ApplyCommand::new),
            Map.entry("model", ModelCommand::of),
            Map.entry("plugins", PluginsCommand::new),
            Map.entry("lsp", LspCommand::new),
            Map.entry("version", VersionCommand::new),
            Map.entry("help", HelpCommand::new),
            Map.entry("batch-worker", WorkerCommand::new));

    /** Those that begin by loading what is installed. */
    private static final List<String> INSTALLING = List.of("run", "check", "explain");

    private Commands() {}

    /** Tells whether these arguments will need what is installed. */
    static boolean needInstallation(String... arguments) {
        return arguments.length > 1 && INSTALLING.contains(arguments[0]);
    }

    /**
     * Adds the commands that these arguments may need: to make all of them takes longer than most need to run, so where the first argument names one, it is that one alone.
     */
    static void add(CommandLine line, Session session, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean isOne =
                !first.equals("help") && ALL.stream().anyMatch(c -> c.getKey().equals(first));
        boolean isNone = arguments.length == 1 && List.of("-V", "--version").contains(first);
        for (Map.Entry<String, Function<Session, Object>> command : ALL) {
            if (!isNone && (!isOne || command.getKey().equals(first))) {
                line.addSubcommand(command.getKey(), command.getValue().apply(session));
            }
        }
    }
}

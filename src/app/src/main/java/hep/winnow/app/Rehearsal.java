package hep.winnow.app;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Goes through the commands that only print, in one process: the launcher makes a class-data archive of what they load. */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs them on macros, the arguments. */
    public static void main(String[] macros) {
        StandardError.adopt();
        Host host = Host.ofProcess(Terminal.ofProcess(StandardError.stream()));
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("--help"));
        commands.add(List.of("doc"));
        commands.add(List.of("doc", "train", "mlp"));
        for (String macro : macros) {
            commands.add(List.of("check", macro));
            commands.add(List.of("explain", macro));
            commands.add(List.of("fmt", "--check", macro));
        }
        commands.add(List.of("plugins"));
        commands.add(List.of("lsp"));
        for (List<String> command : commands) {
            new App(host).run(command.toArray(String[]::new));
        }
        // The language server's threads would wait for another minute.
        System.exit(0);
    }
}

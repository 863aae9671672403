package hep.winnow.app;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/** Goes through the commands that only print, in one process: the launcher makes a class-data archive of what they load. */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs them on a macro, the only argument. */
    public static void main(String[] arguments) {
        Host host = Host.ofProcess(Terminal.ofProcess(new FileOutputStream(FileDescriptor.err)));
        List<List<String>> commands = List.of(
                List.of("--help"),
                List.of("doc"),
                List.of("doc", "train", "mlp"),
                List.of("check", arguments[0]),
                List.of("explain", arguments[0]),
                List.of("fmt", "--check", arguments[0]),
                List.of("plugins"),
                List.of("lsp"));
        for (List<String> command : commands) {
            new App(host).run(command.toArray(String[]::new));
        }
        // The language server's threads would wait for another minute.
        System.exit(0);
    }
}

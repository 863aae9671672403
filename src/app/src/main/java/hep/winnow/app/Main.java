package hep.winnow.app;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;

/** Starts the program. Nothing but it and {@link Rehearsal} ends the process. */
public final class Main {
    private Main() {}

    /** Runs a command, and ends the process with its status. */
    public static void main(String[] arguments) {
        StandardError.adopt();
        Terminal terminal = Terminal.ofProcess(StandardError.stream());
        int status = new App(Host.ofProcess(terminal)).run(arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(status);
    }
}

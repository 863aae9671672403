package hep.winnow.app;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;

/** Starts the program. Nothing but it and {@link Rehearsal} ends the process. */
public final class Main {
    private Main() {}

    /** Runs a command, and ends the process with its status. */
    public static void main(String[] arguments) {
        Host host = host();
        int status = new App(host).run(arguments);
        host.terminal().out().flush();
        host.terminal().err().flush();
        System.exit(status);
    }

    /** Returns what surrounds this process, whose standard error is from now on the one that the launcher kept. */
    static Host host() {
        StandardError.adopt();
        return Host.ofProcess(Terminal.ofProcess(StandardError.stream()));
    }
}

package hep.winnow.app;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code winnow version}: which Winnow, on which Java. */
@Command(name = "version", description = "Tells the version, and the Java that runs it.")
final class VersionCommand implements Callable<Integer> {
    private final Session session;

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal()
                .out()
                .println("winnow " + session.version() + " on Java " + System.getProperty("java.version") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores");
        return Status.DONE;
    }
}

package hep.winnow.app;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.kernels.Kernels;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code winnow version}: which Winnow, on which Java, and by which kernels its networks are trained. */
@Command(name = "version", description = "Tells the version, the Java that runs it, and the kernels.")
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
                        + Runtime.getRuntime().availableProcessors() + " cores; kernels: "
                        + Kernels.describe());
        return Status.DONE;
    }
}

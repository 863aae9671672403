package hep.winnow.app.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A failure that no user can mend. */
public final class Bug {
    private final Throwable thrown;
    private final String version;
    private final List<String> arguments;

    /** Takes note of a failure of the command that was given {@code arguments}. */
    public Bug(Throwable thrown, String version, List<String> arguments) {
        this.thrown = thrown;
        this.version = version;
        this.arguments = List.copyOf(arguments);
    }

    /** Asks for a report, and keeps the stack trace; returns the exit status. */
    public int tell(Terminal terminal, boolean showsStack) {
        Paint paint = terminal.errPaint();
        if (thrown instanceof OutOfMemoryError) {
            terminal.err().println(paint.red("error:") + " the memory is full (" + megabytes() + " MB)");
            terminal.err()
                    .println(
                            "   " + paint.cyan("help:")
                                    + " give it more, as in WINNOW_JAVA_OPTS=-Xmx8g, or let events take less of it: set memory=25%");
            return Status.ENVIRONMENT;
        }
        terminal.err().println(paint.red("error:") + " Winnow itself failed: " + thrown);
        String ask = "this is a bug: please report it";
        if (showsStack) {
            terminal.err().print(stack());
            terminal.err().println("   " + paint.cyan("help:") + " " + ask + " with the lines above and the macro");
        } else {
            String where = write().map(p -> " with " + p + " and the macro")
                    .orElse("; run it again with --stack, and send what that shows with the macro");
            terminal.err().println("   " + paint.cyan("help:") + " " + ask + where);
        }
        return Status.ENVIRONMENT;
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private Optional<Path> write() {
        try {
            Path log = Files.createTempFile("winnow-bug-", ".log");
            Files.writeString(log, stack());
            return Optional.of(log);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String stack() {
        StringWriter text = new StringWriter();
        text.append("winnow " + version + " on Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + "\n");
        text.append("arguments: " + String.join(" ", arguments) + "\n");
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}

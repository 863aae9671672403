package hep.winnow.app;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A terminal that remembers, and the program in front of it. */
public final class Console {
    /** A terminal of 80 columns that can do everything. */
    public static final Terminal.Looks LIVE = new Terminal.Looks(true, true, true, true, StandardCharsets.UTF_8, 80);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    public Console(Terminal.Looks looks) {
        this.terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                looks);
    }

    /** How a command ended. */
    public record Outcome(int status, String out, String err) {}

    /** Runs a command on plain streams, with the plugins of the class path. */
    public static Outcome run(String... arguments) {
        return run(List.of(), arguments);
    }

    /** Runs a command with plugins in folders. */
    public static Outcome run(List<Path> plugins, String... arguments) {
        Console console = new Console(Terminal.Looks.PLAIN);
        int status = new App(new Host(console.terminal, plugins, "1.2.3")).run(arguments);
        return new Outcome(status, console.out(), console.err());
    }

    /** Runs a command that reads what is typed, on plain streams. */
    public static Outcome type(String typed, String... arguments) {
        Console console = new Console(Terminal.Looks.PLAIN);
        Host.Source input = new Host.Source(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), false);
        int status = new App(new Host(console.terminal, List.of(), "1.2.3", input)).run(arguments);
        return new Outcome(status, console.out(), console.err());
    }

    public Terminal terminal() {
        return terminal;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

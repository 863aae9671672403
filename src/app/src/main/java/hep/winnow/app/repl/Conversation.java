package hep.winnow.app.repl;

import hep.winnow.app.doc.Lookup;
import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Terminal;
import java.util.Optional;

/** A session and the one who types. */
final class Conversation implements AutoCloseable {
    private final Terminal terminal;
    private final Shell shell;
    private final Commands commands;
    private final Input input;
    private final boolean isTyped;

    private Conversation(Terminal terminal, Shell shell, Commands commands, Input input, boolean isTyped) {
        this.terminal = terminal;
        this.shell = shell;
        this.commands = commands;
        this.input = input;
        this.isTyped = isTyped;
    }

    /** Makes one with whoever is at the other end of {@code source}. */
    static Conversation of(
            Installation installation, Shell.Settings settings, Lookup lookup, Terminal terminal, Host.Source source) {
        InputHolder holder = new InputHolder();
        Shell shell = new Shell(installation, terminal, settings, holder::during);
        Commands commands = new Commands(shell, lookup, new Recording(settings.folder()), terminal);
        Input input = source.isTerminal()
                ? EditedInput.ofProcess(new Suggester(shell, commands), terminal)
                : new PlainInput(source.stream());
        holder.input = Optional.of(input);
        return new Conversation(terminal, shell, commands, input, source.isTerminal());
    }

    /** The input that a session, which is made before it, waits at. */
    private static final class InputHolder {
        private Optional<Input> input = Optional.empty();

        void during(Runnable work, Runnable stop) {
            input.orElseThrow().during(work, stop);
        }
    }

    /** Takes what is typed until the end. */
    void hold(String macro, String version) {
        if (isTyped) {
            terminal.out()
                    .println(terminal.outPaint().bold("Winnow " + version)
                            + "   Tab completes, help tells more, quit ends");
        }
        if (!macro.isBlank()) {
            commands.take(macro);
        }
        while (!commands.isOver()) {
            Optional<String> typed = input.read(shell.macro().nextLine());
            if (typed.isEmpty()) {
                break;
            }
            if (!typed.get().isBlank()) {
                commands.take(typed.get());
            }
        }
    }

    @Override
    public void close() {
        input.close();
        shell.close();
    }
}

package hep.winnow.app.repl;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.TerminalBuilder;

/** Lines that are typed at a terminal, with editing, history, completion and colours. No other class but its helpers knows JLine. */
final class EditedInput implements Input {
    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;

    /**
     * Makes one.
     *
     * @param history file of what was typed in earlier sessions; empty for none
     */
    EditedInput(org.jline.terminal.Terminal terminal, Suggester suggester, boolean hasColour, Optional<Path> history) {
        this.terminal = terminal;
        // A Ctrl-C that comes a moment after what it was meant for must not end the session.
        terminal.handle(org.jline.terminal.Terminal.Signal.INT, signal -> {});
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("winnow")
                .parser(new StatementReader(suggester))
                .completer(new CandidateMaker(suggester))
                .highlighter(new Colours(suggester, terminal, hasColour))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P   … ")
                // A closing brace would eat as many of the blanks before it.
                .variable(LineReader.INDENTATION, 0)
                .variable(LineReader.LIST_MAX, 200)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.AUTO_REMOVE_SLASH, false)
                .option(LineReader.Option.BRACKETED_PASTE, true);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        this.reader = builder.build();
        reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        Widget complete = Objects.requireNonNull(reader.getBuiltinWidgets().get(LineReader.EXPAND_OR_COMPLETE));
        reader.getWidgets().put(LineReader.EXPAND_OR_COMPLETE, () -> withoutHint(complete));
    }

    /** JLine asks whether to show a long list where the hint stands, which would hide the question and wait for its answer. */
    private boolean withoutHint(Widget complete) {
        reader.setAutosuggestion(LineReader.SuggestionType.NONE);
        try {
            return complete.apply();
        } finally {
            reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        }
    }

    /** Returns the terminal of this process. */
    static EditedInput ofProcess(Suggester suggester, Terminal own) {
        try {
            org.jline.terminal.Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
                    .dumb(true)
                    .encoding(own.looks().charset())
                    .nativeSignals(true)
                    .graphemeCluster(false)
                    .build();
            return new EditedInput(terminal, suggester, own.looks().outHasColour(), historyFile(System.getenv()));
        } catch (IOException e) {
            throw UserError.data("cannot use the terminal: " + e.getMessage(), "statements can be read from a pipe")
                    .because(e);
        }
    }

    /** Returns where the history lies, by the rules for state of the XDG Base Directory Specification; empty if no folder can be made for it. */
    static Optional<Path> historyFile(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        String state = variables.getOrDefault("XDG_STATE_HOME", home.isEmpty() ? "" : home + "/.local/state");
        if (state.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createDirectories(Path.of(state, "winnow"));
            return Optional.of(folder.resolve("history"));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> read(int line) {
        while (true) {
            try {
                return Optional.of(reader.readLine(line + "> "));
            } catch (EndOfFileException e) {
                return Optional.empty();
            } catch (UserInterruptException e) {
                // What was being typed is given up.
                terminal.flush();
            }
        }
    }

    @Override
    public void during(Runnable work, Runnable stop) {
        org.jline.terminal.Terminal.SignalHandler before =
                terminal.handle(org.jline.terminal.Terminal.Signal.INT, signal -> stop.run());
        try {
            work.run();
        } finally {
            terminal.handle(org.jline.terminal.Terminal.Signal.INT, before);
        }
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException e) {
            throw UserError.data("cannot keep the history of this session: " + e.getMessage(), "")
                    .because(e);
        }
    }
}

package hep.winnow.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.doc.Lookup;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.run.RunOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are pressed at a terminal which can do next to nothing. */
class EditedInputTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Console console = new Console(Terminal.Looks.PLAIN);
    private final Installation installation = Installation.load(List.of());

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "pt,eta\n10,2\n30,-1\n");
    }

    private Shell shell() {
        RunOptions options = new RunOptions(folder.resolve("out"), 1, "test");
        return new Shell(
                installation,
                console.terminal(),
                new Shell.Settings("typed", folder, Map.of(), options, 1 << 20, false),
                (work, stop) -> work.run());
    }

    private List<String> press(Shell shell, String keys) throws IOException {
        Lookup lookup = new Lookup(installation, new Paint(false), 80);
        Commands commands = new Commands(shell, lookup, new Recording(folder), console.terminal());
        DumbTerminal terminal = new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                screen,
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 4));
        List<String> typed = new ArrayList<>();
        try (EditedInput input = new EditedInput(
                terminal, new Suggester(shell, commands), true, Optional.of(folder.resolve("history")))) {
            for (Optional<String> line = input.read(1); line.isPresent(); line = input.read(1)) {
                typed.add(line.get());
                commands.take(line.get());
            }
        }
        return typed;
    }

    @Test
    void completesTheWordAtTheCursor() throws IOException {
        Shell shell = shell();

        List<String> typed = press(shell, "read a from \"a.\t\"\nweigh a sca\tk\t tim\t3\n");

        assertThat(typed).containsExactly("read a from \"a.csv\"", "weigh a scales=kitchen  times=3");
        assertThat(console.out()).isEqualTo("weighed 2 events\n");
    }

    @Test
    void goesOnToTheNextLineWhileABracketIsOpen() throws IOException {
        Shell shell = shell();

        press(shell, "read a from \"a.csv\"\nregion r {\ncut \"x\" : pt > 20\n}\nweigh r\n");

        assertThat(console.err()).doesNotContain("error");
        assertThat(console.out()).isEqualTo("weighed 1 events\n");
    }

    @Test
    void keepsBlanksBeforeClosingBraces() throws IOException {
        List<String> typed = press(shell(), "region r {\ncut \"x\" : pt > 20   }\n");

        assertThat(typed).containsExactly("region r {\ncut \"x\" : pt > 20   }");
    }

    @Test
    void asksWhetherToShowMoreThanFitsOnTheScreen() throws IOException {
        press(shell(), "read a from \"a.csv\"\nregion r { cut \"x\" : \tn");

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("do you wish to see all");
    }

    @Test
    void keepsWhatWasTypedForTheNextSession() throws IOException {
        press(shell(), "read a from \"a.csv\"\n");

        assertThat(Files.readString(folder.resolve("history"))).contains("read a from");
    }

    @Test
    void putsTheHistoryWhereThePlatformKeepsState() {
        Path state = folder.resolve("state");

        assertThat(EditedInput.historyFile(Map.of("XDG_STATE_HOME", state.toString())))
                .contains(state.resolve("winnow/history"));
        assertThat(EditedInput.historyFile(Map.of("HOME", folder.toString())))
                .contains(folder.resolve(".local/state/winnow/history"));
        assertThat(EditedInput.historyFile(Map.of())).isEmpty();
    }
}

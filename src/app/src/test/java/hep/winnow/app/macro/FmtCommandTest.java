package hep.winnow.app.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
    @TempDir
    private Path folder;

    private Path macro(String text) throws IOException {
        return Files.writeString(folder.resolve("m.wn"), text);
    }

    @Test
    void writesAMacroInOneStyleAndTellsItOnce() throws IOException {
        Path macro = macro("region r{\ncut : x>1   # why\n}\n");

        assertThat(Console.run("fmt", macro.toString()).out()).isEqualTo(macro + "\n");
        assertThat(Files.readString(macro)).isEqualTo("region r {\n  cut : x>1   # why\n}\n");
        assertThat(Console.run("fmt", macro.toString()).out()).isEmpty();
    }

    @Test
    void tellsWhatWouldChangeAndWritesNothing() throws IOException {
        Path macro = macro("set seed=1   \n");

        assertThat(Console.run("fmt", "--check", macro.toString()))
                .isEqualTo(new Console.Outcome(1, macro + " would change\n", ""));
        assertThat(Files.readString(macro)).isEqualTo("set seed=1   \n");
    }

    @Test
    void leavesAMacroWithAMistakeAsItIs() throws IOException {
        Path macro = macro("define a = \n   define b = 1\n");

        assertThat(Console.run("fmt", macro.toString()).status()).isEqualTo(1);
        assertThat(Console.run("fmt", macro.toString()).err()).contains("E011", "left as it is");
        assertThat(Files.readString(macro)).isEqualTo("define a = \n   define b = 1\n");
    }
}

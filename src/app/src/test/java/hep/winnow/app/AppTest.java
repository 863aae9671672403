package hep.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console.Outcome;
import hep.winnow.kernels.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
    @TempDir
    private Path folder;

    @Test
    void showsItsCommandsWhenAskedForNothing() {
        Outcome outcome = Console.run();

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Usage: winnow", "run ", "check ", "doc ", "Examples:", "Exit status: 0 done");
    }

    @Test
    void givesEachCommandHelpWithExamples() {
        for (String command :
                List.of("run", "batch", "repl", "check", "explain", "fmt", "doc", "columns", "apply", "plugins")) {
            Outcome outcome = Console.run(command, "--help");

            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).startsWith("Usage: winnow " + command).contains("Example");
        }
    }

    @Test
    void helpsWithACommandInAnotherWay() {
        assertThat(Console.run("help", "run").out())
                .isEqualTo(Console.run("run", "--help").out());
        assertThat(Console.run("help").out()).isEqualTo(Console.run().out());
        assertThat(Console.run("help", "train").err()).contains("for a verb of macros: winnow doc train");
    }

    @Test
    void guessesTheCommandThatWasMeant() {
        Outcome outcome = Console.run("chekc", "m.wn");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("error: there is no command 'chekc'\n   help: did you mean 'check'?\n");
    }

    @Test
    void tellsHowToRunAMacroThatStandsAlone() {
        assertThat(Console.run("m.wn").err()).contains("did you mean 'winnow run m.wn'?");
    }

    @Test
    void guessesTheOptionThatWasMeant() {
        Outcome outcome = Console.run("run", "--thraeds", "3", "m.wn");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'winnow run' has no option '--thraeds'", "did you mean '--threads'?");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Console.run("version").out())
                .startsWith("winnow 1.2.3 on Java ")
                .contains(" cores; kernels: " + Kernels.describe());
        assertThat(Console.run("--version").out()).isEqualTo("winnow 1.2.3\n");
    }

    @Test
    void tellsOfABugWithTheWayToReportIt() throws IOException {
        Path macro = macro("read a from \"a.csv\"\ncrash a\n");

        Outcome outcome = Console.run(
                "run", macro.toString(), "--out", folder.resolve("out").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("Winnow itself failed", "a wheel came off", "please report it with ");
        String err = outcome.err();
        Path log = Path.of(err.substring(err.indexOf(" with ") + 6, err.indexOf(" and the macro")));
        assertThat(Files.readString(log)).contains("winnow 1.2.3", "TestPlugin$Crash.run");
        Files.delete(log);
    }

    @Test
    void showsTheStackOfABugWhenAsked() throws IOException {
        Path macro = macro("read a from \"a.csv\"\ncrash a\n");

        Outcome outcome = Console.run(
                "run",
                "--stack",
                macro.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(outcome.err())
                .contains("at hep.winnow.app.TestPlugin$Crash.run")
                .doesNotContain(".log");
    }

    @Test
    void goesOnWithoutABrokenPlugin() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("torn.jar"), "not a jar");
        Path macro = macro("read a from \"a.csv\"\nweigh a\n");

        Outcome checked = Console.run(List.of(plugins), "check", macro.toString());
        Outcome listed = Console.run(List.of(plugins), "plugins");
        Outcome doctor = Console.run("plugins", "--doctor", "--plugins", plugins.toString());

        assertThat(checked.status()).isZero();
        assertThat(checked.err()).containsOnlyOnce("a plugin was left out: the jar cannot be opened");
        assertThat(listed.status()).isZero();
        assertThat(listed.out()).contains("try ", "verbs: weigh, crash", "broken: " + plugins.resolve("torn.jar"));
        assertThat(doctor.status()).isEqualTo(2);
        assertThat(doctor.out()).contains("looked in " + plugins, "1 plugin, 1 left out");
    }

    private Path macro(String text) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
        return Files.writeString(folder.resolve("m.wn"), text);
    }
}

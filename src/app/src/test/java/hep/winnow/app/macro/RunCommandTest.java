package hep.winnow.app.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeEvents() throws IOException {
        out = folder.resolve("out");
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n5,6\n");
    }

    @Test
    void tellsWhatWasFoundAndWritten() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\nweigh a\nsave a to \"b.csv\"\nexpect 1 < 2\n");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("weighed 3 events\n", "expect ok      1 < 2", "its expectation holds")
                .endsWith("in " + out + "/\n  b.csv  b.csv.json  run.json\n");
        assertThat(outcome.err()).startsWith("read a             3 events in ");
        assertThat(out.resolve("run.json")).exists();
    }

    @Test
    void endsWithThreeWhenAnExpectationFails() throws IOException {
        Outcome outcome = run("expect 1 < 2\nexpect 4 < 2\n");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).contains("expect FAILED  4 < 2", "1 of 2 expectations failed");
    }

    @Test
    void endsWithOneForAMistakeInTheMacro() throws IOException {
        Outcome outcome = run("wiegh a\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("unknown verb 'wiegh'", ":1:1", "did you mean 'weigh'?");
        assertThat(out).doesNotExist();
    }

    @Test
    void endsWithTwoForAFileThatIsNotThere() throws IOException {
        Outcome outcome = run("read a from \"b.csv\"\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("error[E4", "b.csv");
    }

    @Test
    void drawsAFailureAtItsStatement() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\n\nsave a to \"a.csv/b.csv\"\nsave a to \"a.csv\"\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("error[E502] cannot write", "m.wn:4:1", "    4 | save a to \"a.csv\"");
    }

    @Test
    void endsWithTwoForARowThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3\n5,6\n");

        Outcome outcome = run("read a from \"a.csv\"\nweigh a\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.csv:3: ", "help: ");
    }

    @Test
    void saysOnlyWhatMattersWhenQuiet() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\nweigh a\nexpect 1 < 2\nexpect 4 < 2\n", "--quiet");

        assertThat(outcome.out()).startsWith("expect FAILED  4 < 2").hasLineCount(1);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void takesParams() throws IOException {
        Files.writeString(folder.resolve("long.csv"), "x\n1\n2\n3\n4\n");
        String macro = "param file = \"a.csv\"\nparam n = 3\nread a from file\nweigh a times=n\n";

        Outcome outcome = run(macro, "--param", "file=" + folder.resolve("long.csv"), "-p", "n=5");

        assertThat(outcome.out()).contains("weighed 4 events");
    }

    @Test
    void namesTheMacroThatWasMeant() throws IOException {
        run("expect 1 < 2\n");

        Outcome outcome = Console.run("run", folder.resolve("n.wn").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no macro", "m.wn");
    }

    @Test
    void refusesZeroThreads() throws IOException {
        assertThat(run("expect 1 < 2\n", "--threads", "0").err()).contains("--threads must be at least 1, found 0");
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try {
            Outcome outcome = run("read a from \"a.csv\"\nweigh a\nsave a to \"b.csv\"\n");

            assertThat(outcome.status()).isEqualTo(130);
            assertThat(outcome.err()).isEqualTo("interrupted\n");
            assertThat(out).doesNotExist();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void writesNoControlCharactersIntoALog() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\nweigh a\nexpect 4 < 2\n");

        assertThat(outcome.out() + outcome.err()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
    }

    private Outcome run(String text, String... more) throws IOException {
        Path macro = Files.writeString(folder.resolve("m.wn"), text);
        String[] arguments = new String[4 + more.length];
        arguments[0] = "run";
        arguments[1] = macro.toString();
        arguments[2] = "--out";
        arguments[3] = out.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Console.run(arguments);
    }
}

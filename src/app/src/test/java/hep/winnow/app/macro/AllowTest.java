package hep.winnow.app.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import hep.winnow.testing.FileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line lets a macro touch. */
class AllowTest {
    @TempDir
    private Path top;

    private Path work;
    private Path data;

    @BeforeEach
    void writeEvents() throws IOException {
        top = top.toRealPath();
        work = Files.createDirectory(top.resolve("work"));
        data = Files.createDirectory(top.resolve("data"));
        Files.writeString(work.resolve("a.csv"), "x\n1\n");
        Files.writeString(data.resolve("b.csv"), "x\n1\n2\n");
    }

    @Test
    void refusesFilesElsewhereAndSaysWhatToAdd() throws IOException {
        Outcome outcome = run("read a from \"../data/b.csv\"\nsave a to \"c.csv\"\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "error[E402]",
                        "m.wn:1:13",
                        "is not among the files that the macro may read",
                        "--allow " + data);
        assertThat(top.resolve("out")).doesNotExist();
    }

    @Test
    void readsAndWritesWhatIsAllowed() throws IOException {
        Outcome outcome =
                run("read a from \"../data/b.csv\"\nsave a to \"../data/c.csv\"\n", "--allow", data.toString());

        assertThat(outcome.err()).doesNotContain("error");
        assertThat(outcome.status()).isZero();
        assertThat(data.resolve("c.csv")).exists();
    }

    @Test
    void takesAParamForTheUsersWord() throws IOException {
        Outcome outcome =
                run("param f = \"a.csv\"\nread a from f\nsave a to \"c.csv\"\n", "--param", "f=" + data + "/b.csv");

        assertThat(outcome.status()).isZero();
        assertThat(top.resolve("out/c.csv")).exists();
    }

    @Test
    void leavesAParamNoRoomUpwards() throws IOException {
        Outcome outcome = run("param d = \".\"\nread a from \"{d}/../data/b.csv\"\n", "--param", "d=" + work);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("error[E402]", "--allow " + data);
    }

    @Test
    void writesIntoTheOutFolderAlone() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\nsave a to \"../work/c.csv\"\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("error[E402]", "may write", "--allow " + work);
    }

    @Test
    void neverWritesOverWhatItReads() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\nsave a to \"../work/a.csv\"\n", "--allow", work.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("error[E223]", "is a file that the macro reads");
        assertThat(work.resolve("a.csv")).hasContent("x\n1\n");
    }

    @Test
    void asksServersThatAreAllowed() throws IOException {
        try (FileServer server = FileServer.start()) {
            server.put("a.csv", "x\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
            String macro = "read a from \"" + server.address("a.csv") + "\"\nsave a to \"c.csv\"\n";

            Outcome refused = run(macro);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(
                            "error[E402]",
                            "lies on a server that the macro may not ask",
                            "--allow " + server.address());
            assertThat(server.requests()).isEmpty();

            Outcome outcome = run(macro, "--allow", server.address());
            assertThat(outcome.err()).doesNotContain("error");
            assertThat(outcome.status()).isZero();
            assertThat(top.resolve("out/c.csv")).hasContent("x\n1\n2\n3\n");
            assertThat(top.resolve("out/run.json")).content().contains(server.address("a.csv"));
        }
    }

    @Test
    void asksServersOfTheWebAlone() throws IOException {
        Outcome outcome = run("read a from \"a.csv\"\n", "--allow", "ftp://example.org");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--allow ftp:/example.org", "servers of https:// and http:// alone");
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException {
        Files.writeString(work.resolve("many.csv"), "x\n" + "1\n".repeat(1_000_000));

        Outcome outcome = run("read a from \"many.csv\"\nsave a to \"c.csv\"\n", "--max-time", "0.01s");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("error[E503] the macro takes longer than the 0.01 s that it may");
        assertThat(top.resolve("out/c.csv")).doesNotExist();
    }

    @Test
    void knowsHowTimeIsWritten() throws IOException {
        String macro = "read a from \"a.csv\"\nsave a to \"c.csv\"\n";

        assertThat(run(macro, "--max-time", "1.5 h").status()).isZero();
        assertThat(run(macro, "--max-time", "soon").err()).contains("--max-time takes a time, found 'soon'");
        assertThat(run(macro, "--max-time", "0s").err()).contains("must be more than 0");
    }

    private Outcome run(String macro, String... options) throws IOException {
        Path file = Files.writeString(work.resolve("m.wn"), macro);
        List<String> all = new ArrayList<>(
                List.of("run", file.toString(), "--out", top.resolve("out").toString()));
        all.addAll(List.of(options));
        return Console.run(all.toArray(String[]::new));
    }
}

package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hep.winnow.acceptance.Program.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as a user starts it. */
@Timeout(120)
class CommandLineIT {
    @TempDir
    private Path folder;

    @Test
    void endsWithZeroAndLeavesResultsInTheOutFolder() throws Exception {
        macro("good.wn", "toy m = moons events=200\nhist h in m : x save=\"x.svg\"\nexpect yield(m) == 200\n");

        Outcome outcome = program().run("run", "good.wn");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("its expectation holds", "in out/good/", "x.svg  run.json");
        assertThat(outcome.out() + outcome.err()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
        assertThat(folder.resolve("out/good/x.svg")).isNotEmptyFile();
        assertThat(folder.resolve("out/good/run.json")).isNotEmptyFile();
    }

    @Test
    void endsWithOneForAMistakeInTheMacro() throws Exception {
        macro("bad.wn", "toy m = mons\n");

        Outcome outcome = program().run("run", "bad.wn");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("--> bad.wn:1:9", "did you mean 'moons'?");
    }

    @Test
    void endsWithTwoForMissingData() throws Exception {
        macro("lost.wn", "read a from \"nowhere.csv\"\n");

        assertThat(program().run("run", "lost.wn").exitCode()).isEqualTo(2);
    }

    @Test
    void endsWithThreeForAFailedExpectation() throws Exception {
        macro("hope.wn", "toy m = moons events=200\nexpect yield(m) > 200\nexpect yield(m) < 300\n");

        Outcome outcome = program().run("run", "hope.wn", "--quiet");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("expect FAILED  yield(m) > 200").hasLineCount(1);
    }

    @Test
    void endsCleanlyWhenInterrupted() throws Exception {
        macro("long.wn", """
                toy m = moons events=20000
                split m into train=50% valid=25% test=25%
                train nn = mlp on m vars=[x, y] layers=[64, 64] epochs=100000 patience=0
                save nn to "nn.wnm"
                """);

        Process process = program().heedingInterrupts().start("run", "long.wn");
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.readLine()).startsWith("read m");
            assumeFalse(ignoresInterrupts(process), "this environment has SIGINT ignored");
            Thread.sleep(500);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(err.lines()).endsWith("interrupted");
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactly("long.wn");
        }
    }

    @Test
    void explainsWhatNetworksTakeWhileTheyAreTrained() throws Exception {
        macro("nets.wn", """
                toy m = moons events=200
                split m into train=50% valid=25% test=25%
                train nn = mlp on m vars=[x, y] layers=[1000, 1000]
                train ld = lda on m vars=[x, y]
                """);

        Outcome outcome = program().run("explain", "nets.wn");

        assertThat(outcome.exitCode()).isZero();
        // 1,005,001 numbers of four bytes: themselves, those of the best epoch, the gradient, and two of Adam.
        assertThat(outcome.out())
                .contains("'nn' takes about 20 MB besides events")
                .contains("what 'ld' takes itself while it is trained is not counted");
    }

    @Test
    void findsTenMistakesInOneGo() throws Exception {
        macro("ten.wn", """
                toy moons = moons events=200
                define r = sqrt(x^2 + yy^2)
                define phi = atan3(y, x)
                region up { cut "upper half" : y > "a" }
                hist h in moon : x
                hist g in moons : x bins=0
                hist k in moons : x bims=3
                split moons into train=50% valid=25%
                train net = mpl on moons vars=[x, y]
                expect auc(x) > 0.5
                expct 1 < 2
                """);

        Outcome outcome = program().run("check", "ten.wn");

        assertThat(outcome.exitCode()).isEqualTo(1);
        List<String> places = Pattern.compile("--> ten\\.wn:(\\d+:\\d+)")
                .matcher(outcome.err())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(places)
                .containsExactly("2:23", "3:14", "4:32", "5:11", "6:26", "7:21", "8:1", "9:13", "10:8", "11:1");
        assertThat(outcome.err()).endsWith("ten.wn: 10 errors\n");
    }

    @Test
    void takesAPluginThatAThirdPartyMade() throws Exception {
        Path source = Checkout.ROOT.resolve("src/docs/example/MeanPlugin.java");
        PluginJar.make(source, "org.example.MeanPlugin", folder, folder.resolve("theirs/mean"));
        macro("mean.wn", "toy m = moons events=200\nmean a in m : x\nexpect -3 < a.value < 3\n");

        Outcome run = program()
                .with("WINNOW_PLUGINS", folder.resolve("theirs").toString())
                .run("run", "mean.wn");
        Outcome help = program().run("doc", "mean", "--plugins", "theirs");
        Outcome data = program().run("--plugins=theirs", "doc", "--json");
        Outcome without = program().run("check", "mean.wn");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("mean of x in m: ");
        assertThat(help.out())
                .startsWith("mean [NAME] in EVENTS : EXPR OPTIONS\n")
                .contains("of plugin mean", "the power of it that is averaged", "at least 1 and at most 9; default 1");
        assertThat(data.out()).contains("\"usage\": \"mean [NAME] in EVENTS : EXPR OPTIONS\"");
        assertThat(without.exitCode()).isEqualTo(1);
    }

    @Test
    void appliesAModelInAnotherProcessToTheSameBits() throws Exception {
        macro("train.wn", """
                toy m = moons events=3000
                define r = sqrt(x^2 + y^2)
                split m into train=50% valid=25% test=25%
                train nn = mlp on m vars=[x, y, r] epochs=3
                save nn to "nn.wnm"
                save test to "test.csv" columns=[y, x, nn]
                """);
        program().run("run", "train.wn", "--out", ".", "--quiet");

        Outcome outcome = program().run("apply", "nn.wnm", "test.csv", "--out", "scored.csv", "--name", "again");

        assertThat(outcome.exitCode()).isZero();
        List<String> rows = Files.readAllLines(folder.resolve("scored.csv"));
        assertThat(rows.get(0)).isEqualTo("y,x,nn,again");
        assertThat(rows.subList(1, rows.size())).hasSizeGreaterThan(600).allSatisfy(row -> {
            String[] cells = row.split(",", -1);
            assertThat(cells[3]).isEqualTo(cells[2]);
        });
    }

    private Program program() {
        return Program.packaged(folder);
    }

    private void macro(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Where the signal is inherited as ignored and cannot be set back, there is nothing to test. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        Optional<String> mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst();
        return mask.isPresent()
                && (Long.parseUnsignedLong(mask.get().substring(7).strip(), 16) & 2) != 0;
    }
}

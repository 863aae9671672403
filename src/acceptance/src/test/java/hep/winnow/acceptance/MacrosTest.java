package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The macros that come with Winnow, each run to its end: their {@code expect} lines are the assertions. */
class MacrosTest {
    private static Runner runner;

    @TempDir
    Path out;

    @BeforeAll
    static void load() {
        runner = new Runner();
    }

    @AfterAll
    static void close() throws IOException {
        runner.close();
    }

    /** All macros but those that need what others wrote or what the project does not hold: they have tests of their own. */
    static List<String> macros() throws IOException {
        Set<String> apart = Set.of("make_data", "atlas_higgsml", "lecture/digits_read");
        Path folder = Checkout.ROOT.resolve("macros");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".wn"))
                    .map(path -> path.substring(0, path.length() - ".wn".length()))
                    .filter(name -> !apart.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("macros")
    void runsAndMeetsWhatItExpects(String macro) throws IOException {
        RunResult result = run(macro, Map.of());

        assertThat(result.failedExpectations()).isZero();
        assertThat(expectations(result)).isPositive();
        for (RunRecord.Statement statement : result.record().statements()) {
            assertThat(statement.files())
                    .allSatisfy(file -> assertThat(out.resolve(file)).isNotEmptyFile());
        }
        assertThat(undocumentedKeys(result)).isEmpty();
    }

    /** Returns keys of {@code run.json} that its documentation does not name; {@code z_error} is named with {@code z}. */
    private static Set<String> undocumentedKeys(RunResult result) throws IOException {
        String page = Files.readString(Checkout.ROOT.resolve("src/docs/language.md"));
        Set<String> missing = new TreeSet<>();
        for (RunRecord.Statement statement : result.record().statements()) {
            for (Facts facts : statement.results()) {
                for (String key : facts.values().keySet()) {
                    String stem = key.replaceAll("_(error|sigma|events|scale|scale_error)$", "")
                            .replaceAll("_(train|test|valid)$", "");
                    if (!page.contains("`" + key + "`") && !page.contains("`" + stem + "`")) {
                        missing.add(statement.verb() + ": " + key);
                    }
                }
            }
        }
        return missing;
    }

    @Test
    void savedNetworkReadsScannedDigits() throws IOException {
        run("lecture/digits", Map.of());
        String model = out.resolve("digits.wnm").toString();

        RunResult result = run("lecture/digits_read", Map.of("model", model));

        assertThat(expectations(result)).isEqualTo(2);
        assertThat(result.failedExpectations()).isZero();
    }

    @Test
    @Tag("shared")
    @Tag("slow")
    void networkOfTheLectureReadsMnist() throws IOException {
        Path folder = shared("mnist");

        RunResult result = run("lecture/digits", Map.of("mnist", "true", "folder", folder.toString(), "epochs", "15"));

        Facts expect = result.record().statements().stream()
                .filter(statement -> statement.verb().equals("expect"))
                .flatMap(statement -> statement.results().stream())
                .findFirst()
                .orElseThrow();
        Told.tell(
                "test accuracy of the lecture's network on MNIST, 15 epochs",
                "" + expect.values().get("left"));
        assertThat(expect.values()).containsEntry("ok", true);
        assertThat((Double) expect.values().get("left")).isGreaterThan(0.97);
    }

    @Test
    void dataIsWhatItsMacroMakes() throws IOException {
        assertThat(run("make_data", Map.of()).failedExpectations()).isZero();

        for (String file : List.of("hww.csv.gz", "ww.csv.gz", "tt.csv.gz")) {
            assertThat(unzipped(out.resolve(file)))
                    .as(file)
                    .isEqualTo(unzipped(Checkout.ROOT.resolve("data").resolve(file)));
        }
    }

    @Test
    @Tag("shared")
    void featuresOfUciHiggsRankAsThoseOfOurOwnEvents() throws IOException {
        Path file = shared("higgs/higgs_shared_extra.csv.gz");

        assertThat(run("lecture/higgs_features", Map.of("file", file.toString()))
                        .failedExpectations())
                .isZero();
    }

    @Test
    @Tag("shared")
    void atlasChallengeGivesItsKnownSumsOfWeights() throws IOException {
        Path signal = shared("atlas_higgsml/train_sml_sig.csv");
        Path background = shared("atlas_higgsml/train_sml_bg.csv");
        RunResult result =
                run("atlas_higgsml", Map.of("sig_file", signal.toString(), "bkg_file", background.toString()));

        assertThat(result.failedExpectations()).isZero();
        assertThat(Files.readString(out.resolve("cutflow.txt")))
                .contains("12.8444")
                .contains("3831.14");
    }

    private RunResult run(String macro, Map<String, String> params) {
        return runner.run("macros/" + macro + ".wn", params, out);
    }

    private static long expectations(RunResult result) {
        return result.record().statements().stream()
                .filter(statement -> statement.verb().equals("expect"))
                .count();
    }

    private static Path shared(String name) {
        Path file = Checkout.ROOT.resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.exists(file), () -> "needs " + file + ", which is not part of the project");
        return file;
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}

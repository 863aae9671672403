package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold for nearly every seed and not for a lucky one: macros over the seeds from 1 to {@link #SEEDS}. */
@Tag("slow")
class SeedsTest {
    private static final int SEEDS = 100;

    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+(\\.[0-9]+)?\\b");

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

    /** Half of the events train, a quarter each is for valid and test; so twice as many is the other meaning of "500 events". */
    @ParameterizedTest
    @CsvSource({"overtrained, 500, 95, 100", "overtrained, 1000, 95, 100", "well_trained, 20000, 0, 5"})
    void overtrainingIsFoundWhereItIs(String macro, int events, int atLeast, int atMost) {
        long found = overSeeds("src/acceptance/macros/" + macro + ".wn", Map.of("events", "" + events))
                .filter(SeedsTest::isOvertrained)
                .count();

        Told.tell(macro + " " + events, found + " of " + SEEDS + " called overtrained");
        assertThat(found).isBetween((long) atLeast, (long) atMost);
    }

    @Test
    void lineGivesUpACornerOfTheTruthTableAndTheNetworkNone() {
        List<double[]> accuracies = accuracies("src/acceptance/macros/truth_table.wn");

        assertThat(accuracies).allSatisfy(a -> assertThat(a[0]).isEqualTo(0.75));
        assertThat(accuracies.stream().filter(a -> a[1] == 1).count()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void lectureShowsThatALineGivesUpACornerAndTheNetworkNone() {
        List<double[]> accuracies = accuracies("macros/lecture/xor.wn");

        assertIsAboutALineOnXor(accuracies.stream().mapToDouble(a -> a[0]).toArray(), 200);
        assertThat(accuracies.stream().filter(a -> a[1] == 1).count()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void lectureShowsThatThePerceptronFindsALineIfThereIsOne() {
        List<double[]> accuracies = accuracies("macros/lecture/perceptron.wn");

        assertThat(accuracies).allSatisfy(a -> assertThat(a[0]).isGreaterThan(0.98));
        assertIsAboutALineOnXor(accuracies.stream().mapToDouble(a -> a[1]).toArray(), 1000);
    }

    /** The best line is right about three corners of four; by the luck of the draw there are more or fewer than a quarter of the points in the fourth. */
    private static void assertIsAboutALineOnXor(double[] accuracies, int points) {
        double luck = Math.sqrt(0.75 * 0.25 / points);
        assertThat(Arrays.stream(accuracies).boxed())
                .allSatisfy(a -> assertThat(a).isBetween(0.5, 0.75 + 4 * luck));
        assertThat(Arrays.stream(accuracies).average().orElseThrow()).isBetween(0.5, 0.75);
    }

    /** Returns the two accuracies that a macro prints, by seed. */
    private List<double[]> accuracies(String macro) {
        List<double[]> accuracies =
                overSeeds(macro, Map.of()).map(SeedsTest::printedNumbers).toList();
        for (int k = 0; k < 2; k++) {
            int which = k;
            double[] sorted =
                    accuracies.stream().mapToDouble(a -> a[which]).sorted().toArray();
            Told.tell(
                    macro + ", accuracy " + k,
                    "from " + sorted[0] + " to " + sorted[SEEDS - 1] + ", mean "
                            + Arrays.stream(sorted).average().orElseThrow() + ", at most 0.75 in "
                            + Arrays.stream(sorted).filter(a -> a <= 0.75).count() + ", 1 in "
                            + Arrays.stream(sorted).filter(a -> a == 1).count());
        }
        return accuracies;
    }

    /** Runs a macro once per seed, one after the other. */
    private Stream<RunResult> overSeeds(String macro, Map<String, String> params) {
        return IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> {
            Map<String, String> all = new HashMap<>(params);
            all.put("seed", "" + seed);
            return runner.run(macro, all, out);
        });
    }

    private static boolean isOvertrained(RunResult result) {
        return Boolean.TRUE.equals(
                Runner.results(result, "monitor").get(0).values().get("overtrained"));
    }

    /** Returns the numbers that the macro prints at its end. */
    private static double[] printedNumbers(RunResult result) {
        String text =
                String.valueOf(Runner.results(result, "print").get(0).values().get("text"));
        return NUMBER.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group()))
                .toArray();
    }
}

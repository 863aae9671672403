package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.acceptance.Program.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program writes the same bytes on every JDK and with any number of threads: all that a run leaves but for wall times and the number of threads itself, and, between
 * JDKs, but for what holds pixels (a PNG, and pages that embed one).
 */
@Tag("slow")
@Timeout(900)
class EveryJdkIT {
    private static final int[] THREADS = {1, 2, 3, 8};

    /** Files that are the same on every JDK. Others are compared on one JDK only. */
    private static final Set<String> SAME_ON_EVERY_JDK = Set.of("json", "wnm", "csv", "txt", "svg");

    /** Where wall times stand among other things, so that no two runs write the same. */
    private static final Set<String> NEVER_THE_SAME = Set.of("html", "pdf");

    private static final Pattern TIMES = Pattern.compile("\"(seconds|started|threads)\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "higgs"})
    void anyJdkAndNumberOfThreadsWritesTheSameBytes(String macro) throws Exception {
        Map<Integer, Path> jdks = Jdks.byVersion();
        assumeTrue(jdks.size() > 1, "there is one JDK only: " + jdks);

        Map<String, String> first = Map.of();
        for (Map.Entry<Integer, Path> jdk : jdks.entrySet()) {
            Map<String, String> one = run(macro, jdk.getKey(), jdk.getValue(), THREADS[0]);
            assertThat(one).containsKey("run.json").hasSizeGreaterThan(3);
            if (first.isEmpty()) {
                first = one;
            }
            assertSame("JDK " + jdk.getKey(), onEveryJdk(one), onEveryJdk(first));
            for (int k = 1; k < THREADS.length; k++) {
                String which = "JDK " + jdk.getKey() + ", " + THREADS[k] + " threads";
                assertSame(which, run(macro, jdk.getKey(), jdk.getValue(), THREADS[k]), one);
            }
        }
    }

    /** Names the files that differ; their bytes would fill pages. */
    private static void assertSame(String which, Map<String, String> found, Map<String, String> expected) {
        assertThat(found.keySet()).as(which).isEqualTo(expected.keySet());
        Set<String> differ = new TreeSet<>();
        found.forEach((name, bytes) -> {
            if (!bytes.equals(expected.get(name))) {
                differ.add(name);
            }
        });
        assertThat(differ).as("files that differ with " + which).isEmpty();
    }

    private static Map<String, String> onEveryJdk(Map<String, String> files) {
        Map<String, String> out = new TreeMap<>(files);
        out.keySet().removeIf(name -> !SAME_ON_EVERY_JDK.contains(ending(name)));
        return out;
    }

    /** Returns the bytes of each file that a run wrote, as text of one character per byte. */
    private Map<String, String> run(String macro, int version, Path jdk, int threads) throws Exception {
        Path out = folder.resolve(macro + "-jdk" + version + "-t" + threads);
        Outcome outcome = Program.packaged(folder)
                .with("WINNOW_JAVA_HOME", jdk.toString())
                .run(
                        "run",
                        Checkout.ROOT.resolve("macros/" + macro + ".wn").toString(),
                        "--quiet",
                        "--threads",
                        "" + threads,
                        "--out",
                        out.toString());
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !NEVER_THE_SAME.contains(ending(file.toString())))
                    .collect(Collectors.toMap(
                            file -> String.valueOf(file.getFileName()),
                            EveryJdkIT::content,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return file.endsWith("run.json")
                    ? bytes.lines().filter(line -> !TIMES.matcher(line).find()).collect(Collectors.joining("\n"))
                    : bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.acceptance.Program.Outcome;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged program writes the same bytes whatever runs it: the JDK, the number of threads, plain loops or vectors, and vectors of either width. All that a run leaves is compared but for wall times and the number of threads
 * itself, and, between JDKs, but for what holds pixels (a PNG, and pages that embed one).
 *
 * <p>Each row of the table is a run, held against the first run of its macro, and against the first on its JDK.
 */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EveryJdkIT {
    private static final String ALL_KINDS = "src/acceptance/macros/bits.wn";
    private static final String ANALYSIS = "macros/higgs.wn";

    /** Files that are the same on every JDK. Others are compared on one JDK only. */
    private static final Set<String> SAME_ON_EVERY_JDK = Set.of("json", "wnm", "csv", "txt", "svg");

    /** Where wall times stand among other things, so that no two runs write the same. */
    private static final Set<String> NEVER_THE_SAME = Set.of("html", "pdf");

    private static final Pattern TIMES = Pattern.compile("\"(seconds|started|threads)\"");

    @TempDir
    static Path folder;

    /** SHA-256 by file of the first run of a macro, and of the first on each JDK. */
    private static final Map<String, Map<String, String>> FIRST = new HashMap<>();

    /**
     * How a macro is run.
     *
     * @param jdk version of Java
     * @param threads of the run
     * @param flags for the JVM, parted by a space
     * @param kernels beginning of what the program must say of its kernels; empty where either kind may work
     */
    record Row(String macro, int jdk, int threads, String flags, String kernels) {
        @Override
        public String toString() {
            return macro + " on JDK " + jdk + ", threads=" + threads + (flags.isEmpty() ? "" : ", " + flags);
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int jdk : Jdks.byVersion().keySet()) {
            for (int threads : new int[] {1, 2, 3, 8}) {
                rows.add(new Row(ALL_KINDS, jdk, threads, "", ""));
            }
            rows.add(new Row(ALL_KINDS, jdk, 2, "-Dwinnow.kernels=scalar", "plain loops, as "));
            rows.add(new Row(ALL_KINDS, jdk, 2, "-Dwinnow.kernels=vector", "vectors of "));
            rows.add(new Row(ALL_KINDS, jdk, 2, "-XX:UseAVX=2 -Dwinnow.kernels=vector", "vectors of 8 floats"));
            rows.add(new Row(ALL_KINDS, jdk, 2, "-XX:UseAVX=3 -Dwinnow.kernels=vector", "vectors of 16 floats"));
            rows.add(new Row(ANALYSIS, jdk, 2, "", ""));
        }
        rows.add(new Row(ANALYSIS, rows.get(0).jdk(), 1, "", ""));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesTheSameBytes(Row row) throws Exception {
        Path jdk = Objects.requireNonNull(Jdks.byVersion().get(row.jdk()));
        Program program = Program.packaged(folder).with("WINNOW_JAVA_HOME", jdk.toString());
        assumeTrue(Jdks.takes(jdk, row.flags()), () -> "this processor or JDK does not take " + row.flags());
        program.with("WINNOW_JAVA_OPTS", row.flags());
        String version = program.run("version").out();
        assumeTrue(
                row.kernels().isEmpty() || !version.contains("start Java with --add-modules"),
                () -> "this Java has no module of vectors: " + version);
        assertThat(version).contains("kernels: " + row.kernels());

        Map<String, String> found = run(program, row);

        assertThat(found).containsKey("run.json").hasSizeGreaterThan(3);
        String same = row.macro() + " on JDK " + row.jdk();
        assertSame(row + " against the first run on that JDK", found, FIRST.computeIfAbsent(same, key -> found));
        Map<String, String> portable = onEveryJdk(found);
        assertSame(row + " against the first run", portable, FIRST.computeIfAbsent(row.macro(), key -> portable));
    }

    /** Names the files that differ. */
    private static void assertSame(String which, Map<String, String> found, Map<String, String> expected) {
        assertThat(found.keySet()).as(which).isEqualTo(expected.keySet());
        Set<String> differ = new TreeSet<>(found.keySet());
        differ.removeIf(name -> String.valueOf(found.get(name)).equals(expected.get(name)));
        assertThat(differ).as("files that differ, " + which).isEmpty();
    }

    private static Map<String, String> onEveryJdk(Map<String, String> files) {
        Map<String, String> out = new TreeMap<>(files);
        out.keySet().removeIf(name -> !SAME_ON_EVERY_JDK.contains(ending(name)));
        return out;
    }

    /** Returns the SHA-256 of each file that a run wrote. */
    private static Map<String, String> run(Program program, Row row) throws Exception {
        Path out = Files.createTempDirectory(folder, "run");
        Outcome outcome = program.run(
                "run",
                Checkout.ROOT.resolve(row.macro()).toString(),
                "--quiet",
                "--threads",
                "" + row.threads(),
                "--out",
                out.toString());
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !NEVER_THE_SAME.contains(ending(file.toString())))
                    .collect(Collectors.toMap(
                            file -> String.valueOf(file.getFileName()), EveryJdkIT::sha256, (a, b) -> a, TreeMap::new));
        }
    }

    private static String sha256(Path file) {
        try {
            if (file.endsWith("run.json")) {
                String json = Files.readString(file);
                String kept =
                        json.lines().filter(line -> !TIMES.matcher(line).find()).collect(Collectors.joining("\n"));
                Files.write(file, kept.getBytes(StandardCharsets.UTF_8));
            }
            return Hashes.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

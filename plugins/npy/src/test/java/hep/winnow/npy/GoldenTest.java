package hep.winnow.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that NumPy wrote: see {@code make_golden.py}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static Map<String, Map<String, List<String>>> golden() throws IOException {
        Map<String, Map<String, List<String>>> files = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("golden.tsv"), StandardCharsets.UTF_8)) {
            List<String> words = Arrays.asList(line.split("\t", -1));
            files.computeIfAbsent(words.get(0), f -> new LinkedHashMap<>())
                    .put(words.get(1), words.subList(2, words.size()));
        }
        return files;
    }

    static List<String> files() throws IOException {
        return List.copyOf(golden().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatNumPyWrote(String file) throws IOException {
        Map<String, List<String>> expected = golden().getOrDefault(file, Map.of());
        EventSource source = NpySource.open(FOLDER.resolve(file), List.of());

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactlyElementsOf(expected.keySet());
        expected.forEach((column, values) -> assertThat(Tables.words(source, column))
                .as(column)
                .isEqualTo(values.stream().map(GoldenTest::asJava).toList()));
    }

    /** Returns a number of Python as Java spells it. */
    private static String asJava(String word) {
        boolean isReal = word.matches("-?[0-9.]+(e[-+]?[0-9]+)?") && (word.contains(".") || word.contains("e"));
        return isReal ? Double.toString(Double.parseDouble(word)) : word;
    }

    @Test
    void tellsWhatItCannotReadInAnArchive() {
        EventSource source = NpySource.open(FOLDER.resolve("members.npz"), List.of());

        assertThat(source.events()).hasValue(4);
        assertThat(source.unreadable())
                .containsExactly(
                        new UnreadableColumn("lumi", "<f8()", "it is one value, not one per event"),
                        new UnreadableColumn("edges", "<f8(2,)", "it has 2 rows, but the longest array has 4"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cube.npy       | it has 3 dimensions: reshape it
            objects.npy    | Python objects (pickles)
            complex.npy    | complex numbers
            """)
    void saysWhyAnArrayCannotBeRead(String file, String reason) {
        assertThatThrownBy(() -> NpySource.open(FOLDER.resolve(file), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAWholeNumberThatIsTooGreat() {
        EventSource source = NpySource.open(FOLDER.resolve("u8_beyond.npy"), List.of());

        assertThatThrownBy(() -> Tables.words(source, "c0"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("9223372036854775808, which is beyond 2^63 - 1");
    }

    @Test
    void takesNamesForAnArrayThatHasNone() {
        Path table = FOLDER.resolve("table_c.npy");

        assertThat(NpySource.open(table, List.of("a", "b", "c")).schema())
                .extracting(ColumnInfo::name)
                .containsExactly("a", "b", "c");
        assertThatThrownBy(() -> NpySource.open(table, List.of("a")))
                .hasMessageContaining("columns= has 1 names, but the array of " + table + " has 3 columns");
        assertThatThrownBy(() -> NpySource.open(FOLDER.resolve("records.npy"), List.of("a")))
                .hasMessageContaining("names of its own");
    }

    @Test
    void recognisesEachOfThem() throws IOException {
        List<Path> all = new ArrayList<>();
        try (var files = Files.list(FOLDER)) {
            files.filter(f -> !f.toString().endsWith(".tsv")).forEach(all::add);
        }
        assertThat(all).isNotEmpty().allSatisfy(file -> {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(new NpyFormat()
                            .recognises(new hep.winnow.api.step.FirstBytes(
                                    file, Arrays.copyOf(bytes, Math.min(bytes.length, 8192)))))
                    .isTrue();
        });
        assertThat(new NpyFormat().recognises(new hep.winnow.api.step.FirstBytes(FOLDER, new byte[] {'P', 'K', 3, 4})))
                .isFalse();
    }
}

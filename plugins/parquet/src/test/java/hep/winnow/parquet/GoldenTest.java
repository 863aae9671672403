package hep.winnow.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that Arrow wrote: see {@code make_golden.py}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TempDir
    private Path folder;

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
    void readsWhatArrowWrote(String file) throws IOException {
        Map<String, List<String>> expected = golden().getOrDefault(file, Map.of());
        EventSource source = ParquetSource.open(List.of(FOLDER.resolve(file))).get(0);

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
    void tellsWhatItCannotRead() {
        assertThat(ParquetSource.open(List.of(FOLDER.resolve("nested.parquet")))
                        .get(0)
                        .unreadable())
                .containsExactly(new UnreadableColumn("deep", "int64", "it has lists of lists"));
    }

    @Test
    void readsBlocksOverPagesAndGroups() {
        EventSource source =
                ParquetSource.open(List.of(FOLDER.resolve("groups.parquet"))).get(0);

        assertThat(source.events()).hasValue(1000);
        assertThat(Tables.blocks(source, List.of("n")))
                .extracting(EventBlock::size)
                .containsExactly(340, 340, 320);
    }

    @Test
    void widensAColumnWhereAnotherFileMissesValues() {
        List<ParquetSource> sources =
                ParquetSource.open(List.of(FOLDER.resolve("empty.parquet"), FOLDER.resolve("missing.parquet")));

        assertThat(sources.get(1).schema()).contains(ColumnInfo.of("n", ColumnType.DOUBLE));
        assertThat(ParquetSource.open(List.of(FOLDER.resolve("flat.parquet")))
                        .get(0)
                        .schema())
                .contains(ColumnInfo.of("i4", ColumnType.INT));
    }

    @Test
    void refusesAFileThatIsTorn() throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("flat.parquet"));
        Path torn = Files.write(folder.resolve("torn.parquet"), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> ParquetSource.open(List.of(torn)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn.parquet")
                .hasMessageContaining("does not end with PAR1");
    }
}

package hep.winnow.columnar.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.testing.Golden;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that Arrow's libraries wrote: see {@code make_golden.py} and {@code make_javascript.mjs}. */
class GoldenTest {
    private static final Golden GOLDEN = new Golden(Path.of("src/test/resources/arrow/golden"));
    private static final Golden JAVASCRIPT = new Golden(Path.of("src/test/resources/arrow/javascript"));

    @TempDir
    private Path folder;

    static List<String> files() {
        return GOLDEN.files();
    }

    static List<String> javaScriptFiles() {
        return JAVASCRIPT.files();
    }

    private static EventSource open(String file) {
        return ArrowSource.open(List.of(GOLDEN.path(file))).get(0);
    }

    private static void check(Golden golden, String file) {
        Map<String, List<String>> expected = golden.columns(file);
        EventSource source = ArrowSource.open(List.of(golden.path(file))).get(0);

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactlyElementsOf(expected.keySet());
        expected.forEach((column, values) ->
                assertThat(Tables.words(source, column)).as(column).isEqualTo(values));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatTheReferenceLibraryWrote(String file) {
        check(GOLDEN, file);
    }

    @ParameterizedTest
    @MethodSource("javaScriptFiles")
    void readsWhatTheLibraryOfJavaScriptWrote(String file) {
        check(JAVASCRIPT, file);
    }

    @Test
    void tellsWhatItCannotRead() {
        assertThat(open("nested.arrow").unreadable())
                .containsExactly(
                        new UnreadableColumn("deep", "int[][]", "it has lists of lists"),
                        new UnreadableColumn("either", "union", "it holds values of type union, which is not read"),
                        new UnreadableColumn(
                                "run",
                                "run_end_encoded",
                                "it holds values of type run_end_encoded, which is not read"));
    }

    @Test
    void readsBlocksWithinBatches() {
        EventSource source = open("batches.arrow");

        assertThat(source.events()).hasValue(300);
        assertThat(Tables.blocks(source, List.of("n")))
                .extracting(EventBlock::size)
                .containsExactly(110, 110, 80);
    }

    @Test
    void widensAColumnWhereAnotherFileMissesValues() {
        List<ArrowSource> sources = ArrowSource.open(List.of(GOLDEN.path("empty.arrow"), GOLDEN.path("missing.arrow")));

        assertThat(sources.get(1).schema()).contains(ColumnInfo.of("n", ColumnType.DOUBLE));
        assertThat(open("flat.arrow").schema()).contains(ColumnInfo.of("i4", ColumnType.INT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flat.arrow   | does not end with ARROW1
            flat.arrows  | has a body of
            """)
    void refusesAFileThatIsTorn(String file, String reason) throws IOException {
        byte[] bytes = Files.readAllBytes(GOLDEN.path(file));
        Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(bytes, bytes.length - 9));

        assertThatThrownBy(() -> ArrowSource.open(List.of(torn)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatStandsBehindAStream() throws IOException {
        byte[] bytes = Files.readAllBytes(GOLDEN.path("flat.arrows"));
        Path twice = Files.write(folder.resolve("twice"), Arrays.copyOf(bytes, bytes.length + 8));

        assertThatThrownBy(() -> ArrowSource.open(List.of(twice))).hasMessageContaining("goes on behind its end");
    }

    @Test
    void namesTheOldFormatOfFeather() {
        assertThatThrownBy(() -> open("version1.feather"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("version 1 of Feather");
    }
}

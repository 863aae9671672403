package hep.winnow.columnar.parquet;

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
import org.junit.jupiter.params.provider.MethodSource;

/** Files that Arrow wrote: see {@code make_golden.py}. */
class GoldenTest {
    private static final Golden GOLDEN = new Golden(Path.of("src/test/resources/parquet/golden"));

    @TempDir
    private Path folder;

    static List<String> files() {
        return GOLDEN.files();
    }

    private static EventSource open(String file) {
        return ParquetSource.open(List.of(GOLDEN.path(file))).get(0);
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatArrowWrote(String file) {
        Map<String, List<String>> expected = GOLDEN.columns(file);
        EventSource source = open(file);

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactlyElementsOf(expected.keySet());
        expected.forEach((column, values) ->
                assertThat(Tables.words(source, column)).as(column).isEqualTo(values));
    }

    @Test
    void tellsWhatItCannotRead() {
        assertThat(open("nested.parquet").unreadable())
                .containsExactly(new UnreadableColumn("deep", "int64", "it has lists of lists"));
    }

    @Test
    void readsBlocksOverPagesAndGroups() {
        EventSource source = open("groups.parquet");

        assertThat(source.events()).hasValue(1000);
        assertThat(Tables.blocks(source, List.of("n")))
                .extracting(EventBlock::size)
                .containsExactly(340, 340, 320);
    }

    @Test
    void widensAColumnWhereAnotherFileMissesValues() {
        List<ParquetSource> sources =
                ParquetSource.open(List.of(GOLDEN.path("empty.parquet"), GOLDEN.path("missing.parquet")));

        assertThat(sources.get(1).schema()).contains(ColumnInfo.of("n", ColumnType.DOUBLE));
        assertThat(open("flat.parquet").schema()).contains(ColumnInfo.of("i4", ColumnType.INT));
    }

    @Test
    void refusesAFileThatIsTorn() throws IOException {
        byte[] bytes = Files.readAllBytes(GOLDEN.path("flat.parquet"));
        Path torn = Files.write(folder.resolve("torn.parquet"), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> ParquetSource.open(List.of(torn)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn.parquet")
                .hasMessageContaining("does not end with PAR1");
    }
}

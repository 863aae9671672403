package hep.winnow.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesRandomTablesBack(boolean isArchive) throws IOException {
        EventWriterFormat format = isArchive ? new NpzWriterFormat() : new NpyWriterFormat();
        for (int seed = 0; seed < 300; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), isArchive);
            Path file = folder.resolve("t" + format.endings().get(0));
            Tables.write(format, file, table.schema(), table.blocks());

            EventSource source = NpySource.open(file, List.of());
            assertThat(source.schema()).as("seed %d", seed).isEqualTo(table.schema());
            for (int c = 0; c < table.schema().size(); c++) {
                assertThat(Tables.words(source, table.schema().get(c).name()))
                        .as("seed %d, column %d", seed, c)
                        .isEqualTo(table.words(c));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside the file").hasSize(1);
        }
    }

    @Test
    void writesWhereEventsComeFrom() throws IOException {
        Path file = folder.resolve("a.npz");
        Tables.write(new NpzWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] text = zip.getInputStream(zip.getEntry("winnow.txt")).readAllBytes();
            assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("winnow.seed=7\n");
        }
        assertThat(NpySource.open(file, List.of()).events()).hasValue(0);
    }

    @Test
    void refusesAStringThatEndsInNul() {
        List<ColumnInfo> schema = List.of(ColumnInfo.of("s", ColumnType.STRING));
        List<EventBlock> blocks = List.of(new EventBlock(1, List.of(new Column.Strings(new String[] {"a\0"}))));

        assertThatThrownBy(() -> Tables.write(new NpyWriterFormat(), folder.resolve("a.npy"), schema, blocks))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("NUL");
    }

    @Test
    void saysWhichListsItCannotWrite() {
        assertThat(new NpyWriterFormat().refusal(ColumnInfo.lists("j", ColumnType.FLOAT)))
                .isPresent();
        assertThat(new NpzWriterFormat().refusal(ColumnInfo.lists("j", ColumnType.FLOAT)))
                .isEmpty();
        assertThat(new NpzWriterFormat().refusal(new ColumnInfo("j", ColumnType.FLOAT, 2, "")))
                .isPresent();
    }
}

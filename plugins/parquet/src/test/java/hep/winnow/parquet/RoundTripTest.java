package hep.winnow.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void givesRandomTablesBack() throws IOException {
        EventWriterFormat format = new ParquetWriterFormat();
        for (int seed = 0; seed < 300; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), true);
            Path file = folder.resolve("t" + format.endings().get(0));
            Tables.write(format, file, table.schema(), table.blocks());

            EventSource source = ParquetSource.open(List.of(file)).get(0);
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
        Path file = folder.resolve("a.parquet");
        Tables.write(new ParquetWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("winnow.seed");
        assertThat(ParquetSource.open(List.of(file)).get(0).events()).hasValue(0);
    }

    @Test
    void saysWhichListsItCannotWrite() {
        ParquetWriterFormat format = new ParquetWriterFormat();

        assertThat(format.refusal(ColumnInfo.lists("j", ColumnType.FLOAT))).isEmpty();
        assertThat(format.refusal(new ColumnInfo("j", ColumnType.FLOAT, 2, ""))).isPresent();
    }
}

package hep.winnow.columnar.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.RoundTrips;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static final RoundTrips TRIPS = new RoundTrips(
            new ParquetWriterFormat(), file -> ParquetSource.open(List.of(file)).get(0), true, RandomTable.TEXTS);

    @Test
    void givesRandomTablesBack() throws IOException {
        TRIPS.check(folder, 0, RoundTrips.FEW);
        assertThat(folder.resolve("t.parquet")).exists();
    }

    @Tag("slow")
    @Test
    void givesManyRandomTablesBack() throws IOException {
        TRIPS.check(folder, RoundTrips.FEW, RoundTrips.MANY);
        assertThat(folder.resolve("t.parquet")).exists();
    }

    @Test
    void writesWhereEventsComeFrom() throws IOException {
        Path file = folder.resolve("a.parquet");
        Tables.write(new ParquetWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("winnow.seed", "winnow.events");
        assertThat(ParquetSource.open(List.of(file)).get(0).events()).hasValue(0);
    }

    @Test
    void saysWhichListsItCannotWrite() {
        ParquetWriterFormat format = new ParquetWriterFormat();

        assertThat(format.refusal(ColumnInfo.lists("j", ColumnType.FLOAT))).isEmpty();
        assertThat(format.refusal(new ColumnInfo("j", ColumnType.FLOAT, 2, ""))).isPresent();
    }
}

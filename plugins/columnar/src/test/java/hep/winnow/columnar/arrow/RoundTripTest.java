package hep.winnow.columnar.arrow;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static RoundTrips trips(String ending) {
        return new RoundTrips(
                new ArrowWriterFormat(),
                ending,
                file -> ArrowSource.open(List.of(file)).get(0),
                true,
                RandomTable.TEXTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {".arrow", ".arrows"})
    void givesRandomTablesBack(String ending) throws IOException {
        trips(ending).check(folder, 0, RoundTrips.FEW);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {".arrow", ".arrows"})
    void givesManyRandomTablesBack(String ending) throws IOException {
        trips(ending).check(folder, RoundTrips.FEW, RoundTrips.MANY);
    }

    @Test
    void writesWhereEventsComeFrom() throws IOException {
        Path file = folder.resolve("a.feather");
        Tables.write(new ArrowWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("winnow.seed");
        assertThat(ArrowSource.open(List.of(file)).get(0).events()).hasValue(0);
    }

    @Test
    void saysWhichListsItCannotWrite() {
        ArrowWriterFormat format = new ArrowWriterFormat();

        assertThat(format.refusal(ColumnInfo.lists("j", ColumnType.FLOAT))).isEmpty();
        assertThat(format.refusal(new ColumnInfo("j", ColumnType.FLOAT, 2, ""))).isPresent();
    }
}

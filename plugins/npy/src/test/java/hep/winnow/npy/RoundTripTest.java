package hep.winnow.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.RoundTrips;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static RoundTrips trips(boolean isArchive) {
        EventWriterFormat format = isArchive ? new NpzWriterFormat() : new NpyWriterFormat();
        return new RoundTrips(format, file -> NpySource.open(file, List.of()), isArchive, RandomTable.TEXTS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesRandomTablesBack(boolean isArchive) throws IOException {
        trips(isArchive).check(folder, 0, RoundTrips.FEW);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesManyRandomTablesBack(boolean isArchive) throws IOException {
        trips(isArchive).check(folder, RoundTrips.FEW, RoundTrips.MANY);
    }

    @Test
    void writesWhereEventsComeFrom() throws IOException {
        Path file = folder.resolve("a.npz");
        Tables.write(new NpzWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] text = zip.getInputStream(zip.getEntry("winnow.txt")).readAllBytes();
            assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("winnow.seed=7\nwinnow.events=0\n");
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

package hep.winnow.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.hdf5.write.Hdf5WriterFormat;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.RoundTrips;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {
    private static final Hdf5WriterFormat FORMAT = new Hdf5WriterFormat();
    private static final RoundTrips TRIPS = new RoundTrips(
            FORMAT,
            file -> Hdf5Source.open(file, Optional.empty()),
            true,
            RandomTable.TEXTS.stream().filter(t -> t.indexOf('\0') < 0).toList());

    @TempDir
    private Path folder;

    @Test
    void givesRandomTablesBack() throws IOException {
        TRIPS.check(folder, 0, RoundTrips.FEW);
    }

    @Tag("slow")
    @Test
    void givesManyRandomTablesBack() throws IOException {
        TRIPS.check(folder, RoundTrips.FEW, RoundTrips.MANY);
    }

    /** Enough chunks for an index of two levels. */
    @ParameterizedTest
    @ValueSource(ints = {8192, 8193, 64 * 8192 + 1})
    void writesAnyNumberOfChunks(int rows) throws IOException {
        writesRows(rows);
    }

    /** Enough chunks for an index of three levels. */
    @Tag("slow")
    @Test
    void writesManyChunks() throws IOException {
        writesRows(64 * 64 * 8192 + 5);
    }

    private void writesRows(int rows) throws IOException {
        Path file = folder.resolve("t.h5");
        int size = 1 << 16;
        List<EventBlock> blocks = new ArrayList<>();
        for (int from = 0; from < rows; from += size) {
            boolean[] odd = new boolean[Math.min(size, rows - from)];
            for (int i = 0; i < odd.length; i++) {
                odd[i] = (from + i) % 3 == 0;
            }
            blocks.add(new EventBlock(odd.length, List.of(new Column.Booleans(odd))));
        }
        Tables.write(FORMAT, file, List.of(ColumnInfo.of("ok", ColumnType.BOOLEAN)), blocks, 1);

        int row = 0;
        for (EventBlock block : Tables.blocks(Hdf5Source.open(file, Optional.empty()), List.of("ok"))) {
            for (int i = 0; i < block.size(); i++, row++) {
                if (block.columns().get(0).number(i) != (row % 3 == 0 ? 1 : 0)) {
                    throw new AssertionError("row " + row);
                }
            }
        }
        assertThat(row).isEqualTo(rows);
    }

    /** More than is held in memory, so that a chunk refers to several heaps. */
    @Test
    void writesTextsOfMegabytes() throws IOException {
        Path file = folder.resolve("t.h5");
        String[] texts = new String[3000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = i % 3 == 0 ? "" : ("é" + i).repeat(i % 500);
        }
        Tables.write(
                FORMAT,
                file,
                List.of(ColumnInfo.of("tag", ColumnType.STRING)),
                List.of(new EventBlock(texts.length, List.of(new Column.Strings(texts)))));

        assertThat(Tables.words(Hdf5Source.open(file, Optional.empty()), "tag")).containsExactly(texts);
    }

    @Test
    void keepsColumnsInTheirOrderAndTheirUnits() throws IOException {
        Path file = folder.resolve("t.h5");
        List<ColumnInfo> schema = new ArrayList<>();
        IntStream.range(0, 500)
                .forEach(
                        i -> schema.add(new ColumnInfo("c" + (499 - i), ColumnType.FLOAT, i % 2, i == 7 ? "GeV" : "")));
        Tables.write(FORMAT, file, schema, List.of());

        EventSource source = Hdf5Source.open(file, Optional.empty());
        assertThat(source.schema()).isEqualTo(schema);
        assertThat(source.events()).hasValue(0);
    }

    @Test
    void refusesTextsThatTheFormatCannotHold() throws IOException {
        Path file = folder.resolve("t.h5");
        List<ColumnInfo> schema = List.of(ColumnInfo.of("tag", ColumnType.STRING));
        for (String text : List.of("a\0b", "\uD835")) {
            EventBlock block = new EventBlock(1, List.of(new Column.Strings(new String[] {text})));
            assertThatThrownBy(() -> Tables.write(FORMAT, file, schema, List.of(block)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'tag' has a text with");
        }
    }

    @Test
    void refusesNamesThatWouldBePaths() {
        assertThat(FORMAT.refusal(ColumnInfo.of("a / b", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of(".", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("a\0b", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(new ColumnInfo("a", ColumnType.DOUBLE, 2, "")))
                .hasValue("it has lists of lists");
        assertThat(FORMAT.refusal(ColumnInfo.lists("a.b é", ColumnType.STRING))).isEmpty();
    }
}

package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.RoundTrips;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
class RoundTripTest {
    private static final RootWriterFormat FORMAT = new RootWriterFormat();
    private static final RoundTrips TRIPS = new RoundTrips(FORMAT, Written::open, true, RandomTable.TEXTS);

    @TempDir
    private Path folder;

    @Test
    void givesRandomTablesBack() throws IOException {
        TRIPS.check(folder, 0, RoundTrips.FEW);
        assertThat(folder.resolve("t.root")).exists();
    }

    @Tag("slow")
    @Test
    void givesManyRandomTablesBack() throws IOException {
        TRIPS.check(folder, RoundTrips.FEW, RoundTrips.MANY);
        assertThat(folder.resolve("t.root")).exists();
    }

    @Test
    void givesUnitsBack() throws IOException {
        Path file = folder.resolve("t.root");
        List<ColumnInfo> schema = List.of(
                new ColumnInfo("pt", ColumnType.DOUBLE, 0, "GeV"), new ColumnInfo("d0", ColumnType.FLOAT, 1, "mm"));
        Tables.write(FORMAT, file, schema, List.of());

        assertThat(Written.open(file).schema()).isEqualTo(schema);
    }

    /** Lists that are equally long at first, and differ beyond the first baskets. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void givesListsBackThatPartOnTheWay(int compression) throws IOException {
        Path file = folder.resolve("t.root");
        List<ColumnInfo> schema = List.of(
                ColumnInfo.lists("jet_pt", ColumnType.DOUBLE),
                ColumnInfo.lists("jet_q", ColumnType.INT),
                ColumnInfo.of("Njet", ColumnType.INT),
                ColumnInfo.lists("jet_ok", ColumnType.BOOLEAN));
        List<EventBlock> blocks = new ArrayList<>();
        for (int from = 0; from < 200_000; from += 20_000) {
            blocks.add(new EventBlock(
                    20_000,
                    List.of(
                            lists(from, from, ColumnType.DOUBLE),
                            lists(from, from >= 160_000 ? 1 : from, ColumnType.INT),
                            counts(from, from >= 180_000 ? 2 : from),
                            lists(from, from, ColumnType.BOOLEAN))));
        }
        Tables.write(FORMAT, file, schema, blocks, compression);

        EventSource tree = Written.whole(file);
        assertThat(tree.schema())
                .extracting(ColumnInfo::name)
                .containsExactly("njet_pt", "jet_pt", "njet_q", "jet_q", "Njet", "jet_ok");
        for (int c = 0; c < schema.size(); c++) {
            List<String> expected = new ArrayList<>();
            for (EventBlock block : blocks) {
                expected.addAll(Tables.words(block.columns().get(c)));
            }
            String name = schema.get(c).name();
            assertThat(Tables.words(tree, name).equals(expected)).as(name).isTrue();
        }
    }

    @Test
    void givesListsOfListsBack() throws IOException {
        Path file = folder.resolve("t.root");
        Column inner = new Column.Lists(new int[] {0, 2, 2, 3, 6}, new Column.Longs(new long[] {1, 2, 3, 4, 5, 6}));
        Column outer = new Column.Lists(new int[] {0, 0, 3, 4}, inner);
        List<ColumnInfo> schema = List.of(new ColumnInfo("hits", ColumnType.LONG, 2, ""));
        Tables.write(FORMAT, file, schema, List.of(new EventBlock(3, List.of(outer))), 4);

        assertThat(Written.whole(file).schema()).isEqualTo(schema);
        assertThat(Tables.words(Written.whole(file), "hits")).isEqualTo(Tables.words(outer));
    }

    @Test
    void writesEventsWithoutColumns() throws IOException {
        Path file = folder.resolve("t.root");
        Tables.write(FORMAT, file, List.of(), List.of(new EventBlock(7, List.of())));

        assertThat(Written.whole(file).events()).hasValue(7);
    }

    /** Baskets on both sides of the place beyond which offsets do not fit into four bytes. */
    @ParameterizedTest
    @ValueSource(longs = {3L << 30, 1_999_990_000, 1_998_000_000})
    void givesFilesOf2GBBack(long hole) throws IOException {
        Path file = folder.resolve("t.root");
        List<ColumnInfo> schema = List.of(ColumnInfo.of("x", ColumnType.DOUBLE));
        EventBlock block = new EventBlock(150_000, List.of(new Column.Doubles(new double[150_000])));
        EventFileHead head = new EventFileHead("t.root", schema, Map.of("winnow.scope", "sr"));
        RootOutput out = new RootOutput(Target.file(file), "t.root", new Packer(Codec.LZ4, 0));
        try (TreeWriter writer = new TreeWriter(out, head, RootWriterFormat.TREE)) {
            writer.write(block);
            out.skip(hole);
            writer.write(block);
            writer.finish();
        }

        assertThat(Written.whole(file).events()).hasValue(300_000);
        assertThat(Tables.words(Written.whole(file), "x")).hasSize(300_000).containsOnly("0.0");
    }

    private static int length(int event, int seed) {
        return (event + seed) % 4;
    }

    private static Column counts(int from, int seed) {
        int[] counts = new int[20_000];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = length(from + i, seed);
        }
        return new Column.Ints(counts);
    }

    private static Column lists(int from, int seed, ColumnType type) {
        int[] offsets = new int[20_001];
        for (int i = 0; i < 20_000; i++) {
            offsets[i + 1] = offsets[i] + length(from + i, seed);
        }
        int n = offsets[20_000];
        double[] doubles = new double[n];
        int[] ints = new int[n];
        boolean[] truths = new boolean[n];
        for (int i = 0; i < n; i++) {
            ints[i] = from * 31 + i * i;
            doubles[i] = ints[i] / 7.0;
            truths[i] = ints[i] % 3 == 0;
        }
        Column values = type == ColumnType.INT
                ? new Column.Ints(ints)
                : type == ColumnType.DOUBLE ? new Column.Doubles(doubles) : new Column.Booleans(truths);
        return new Column.Lists(offsets, values);
    }
}

package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWriterTest {
    private static final RootWriterFormat FORMAT = new RootWriterFormat();
    private static final List<ColumnInfo> JETS =
            List.of(new ColumnInfo("jet_pt", ColumnType.FLOAT, 1, "GeV"), ColumnInfo.lists("jet_q", ColumnType.INT));

    @TempDir
    private Path folder;

    @Test
    void writesATreeAndAFolderOfWhereItComesFrom() throws IOException {
        Path file = folder.resolve("a.root");
        Tables.write(FORMAT, file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of(numbers(0, 5)));

        try (RootFile root = RootFile.open(file)) {
            assertThat(root.keys()).extracting(Key::id).containsExactly("Events;1", "winnow;1");
            List<Key> facts = root.keys(root.keys().get(1));
            assertThat(facts).extracting(Key::name).containsExactly("seed", "events");
            assertThat(facts).extracting(Key::className).containsOnly("TNamed");
            assertThat(root.streamerInfo()).isPresent();
            assertThat(root.version()).isEqualTo(62804);
        }
    }

    @Test
    void isNoRootFileBeforeItIsComplete() throws IOException {
        Path file = folder.resolve("a.root");
        List<ColumnInfo> schema = List.of(ColumnInfo.of("x", ColumnType.DOUBLE));
        try (EventWriter writer = FORMAT.create(file, new EventFileHead("a.root", schema, Map.of()))) {
            for (int i = 0; i < 3; i++) {
                writer.write(numbers(i, 1 << 17));
            }
        }
        assertThat(Files.size(file)).isGreaterThan(1 << 20);
        assertThatThrownBy(() -> RootFile.open(file)).isInstanceOf(UserError.class);
    }

    @Test
    void writesTheSameBytesHoweverEventsArePartedIntoBlocks() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int size : new int[] {1000, 4096, 60_000}) {
            Path file = folder.resolve("a.root");
            List<EventBlock> blocks = new ArrayList<>();
            for (int from = 0; from < 60_000; from += size) {
                blocks.add(jets(from, Math.min(60_000, from + size), 0));
            }
            Tables.write(FORMAT, file, JETS, blocks, 1);
            files.add(Files.readAllBytes(file));
        }
        assertThat(files.get(1)).isEqualTo(files.get(0));
        assertThat(files.get(2)).isEqualTo(files.get(0));
    }

    @Test
    void countsListsOfACollectionOnce() throws IOException {
        Path file = folder.resolve("a.root");
        Tables.write(FORMAT, file, JETS, List.of(jets(0, 100, 0)));

        assertThat(baskets(file)).containsOnlyKeys("njet", "jet_pt", "jet_q");
    }

    @Test
    void countsListsApartFromTheEventOnWhereTheyDiffer() throws IOException {
        Path file = folder.resolve("a.root");
        Tables.write(FORMAT, file, JETS, List.of(jets(0, 300_000, 0), jets(0, 100, 1), jets(0, 100, 0)));

        Map<String, List<Integer>> baskets = baskets(file);
        assertThat(baskets).containsOnlyKeys("njet", "jet_pt", "njet_q", "jet_q");
        assertThat(baskets.get("njet_q")).isEqualTo(baskets.get("njet")).hasSizeGreaterThan(1);
    }

    @Test
    void takesAColumnThatCountsForTheCounter() throws IOException {
        Path file = folder.resolve("a.root");
        List<ColumnInfo> schema = List.of(JETS.get(0), ColumnInfo.of("nJet", ColumnType.INT));
        int[] right = {0, 1, 2, 0};
        int[] wrong = {0, 1, 2, 5};
        EventBlock jets = jets(0, 4, 0);
        Tables.write(
                FORMAT,
                file,
                schema,
                List.of(new EventBlock(4, List.of(jets.columns().get(0), new Column.Ints(right)))));
        assertThat(baskets(file)).containsOnlyKeys("nJet", "jet_pt");

        Tables.write(
                FORMAT,
                file,
                schema,
                List.of(new EventBlock(4, List.of(jets.columns().get(0), new Column.Ints(wrong)))));
        assertThat(baskets(file)).containsOnlyKeys("nJet", "njet_pt", "jet_pt");
    }

    @Test
    void writesFilesOfMoreThan2GB() throws IOException {
        Path file = folder.resolve("a.root");
        try (RootOutput out = new RootOutput(Target.file(file), "a.root", new Packer(Codec.LZ4, 0))) {
            out.skip(3L << 30);
            Provenance.write(out, "winnow", Map.of("winnow.seed", "7"));
            out.finish();
        }
        try (RootFile root = RootFile.open(file)) {
            Key inner = root.keys().get(0);
            assertThat(inner.at()).isGreaterThan(3L << 30);
            assertThat(root.keys(inner)).extracting(Key::name).containsExactly("seed");
            assertThat(root.version()).isEqualTo(62804);
        }
    }

    @Test
    void refusesTextsOfHalfACharacter() {
        EventBlock block = new EventBlock(1, List.of(new Column.Strings(new String[] {"\uD835"})));
        assertThatThrownBy(() -> Tables.write(
                        FORMAT,
                        folder.resolve("a.root"),
                        List.of(ColumnInfo.of("tag", ColumnType.STRING)),
                        List.of(block)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'tag' has a text with half a character");
    }

    @Test
    void saysWhichColumnsItCannotWrite() {
        assertThat(FORMAT.refusal(ColumnInfo.of("a/b", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("a[2]", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("", ColumnType.DOUBLE))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("x".repeat(1001), ColumnType.DOUBLE)))
                .isPresent();
        assertThat(FORMAT.refusal(new ColumnInfo("a", ColumnType.DOUBLE, 3, "")))
                .isPresent();
        assertThat(FORMAT.refusal(new ColumnInfo("a", ColumnType.STRING, 2, "")))
                .isPresent();
        assertThat(FORMAT.refusal(new ColumnInfo("a b.é", ColumnType.DOUBLE, 2, "")))
                .isEmpty();
    }

    private static EventBlock numbers(int seed, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = seed + i * 0.1;
        }
        return new EventBlock(size, List.of(new Column.Doubles(values)));
    }

    /** Events of 0 to 2 jets; {@code more} charges too many in each. */
    private static EventBlock jets(int from, int to, int more) {
        int size = to - from;
        int[] offsets = new int[size + 1];
        int[] others = new int[size + 1];
        for (int i = 0; i < size; i++) {
            offsets[i + 1] = offsets[i] + (from + i) % 3;
            others[i + 1] = others[i] + (from + i) % 3 + more;
        }
        float[] pt = new float[offsets[size]];
        for (int i = 0; i < size; i++) {
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
                pt[k] = 10 * (from + i) + k - offsets[i];
            }
        }
        int[] charges = new int[others[size]];
        return new EventBlock(
                size,
                List.of(
                        new Column.Lists(offsets, new Column.Floats(pt)),
                        new Column.Lists(others, new Column.Ints(charges))));
    }

    /** Returns the unpacked sizes of the baskets of each branch that has some, found from key to key. */
    private static Map<String, List<Integer>> baskets(Path file) throws IOException {
        Map<String, List<Integer>> baskets = new TreeMap<>();
        try (RootFile root = RootFile.open(file)) {
            long at = 100;
            while (at < root.storage().size()) {
                Key key = root.keyAt(at);
                if (key.className().equals("TBasket")) {
                    baskets.computeIfAbsent(key.name(), n -> new ArrayList<>()).add(key.size());
                }
                at += key.bytes();
            }
        }
        return baskets;
    }
}

package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.root.file.Damage;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values lie: clusters, groups, columns that were added later, other ways in which a field is stored, pieces. */
class LayoutTest {
    @TempDir
    private Path folder;

    private final NTupleWriter writer = new NTupleWriter("n");

    private int ints(String name) {
        return writer.leaf(-1, name, "std::int32_t", Encoding.INT32);
    }

    private static byte[] page(long... values) {
        return Encode.wholes(Encoding.INT32, values);
    }

    private static byte[] ends(long... values) {
        return Encode.wholes(Encoding.SPLIT_INDEX64, values);
    }

    @Test
    void readsSeveralGroupsOfClusters() {
        int x = ints("x");
        writer.cluster(2).page(x, 2, page(1, 2));
        writer.cluster(0);
        writer.cluster(1).page(x, 1, page(3));
        writer.group();
        writer.cluster(3).page(x, 1, page(4)).page(x, 2, page(5, 6));
        writer.group();
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.events()).hasValue(6);
        assertThat(Tables.words(source, "x")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(Tables.blocks(source, List.of("x")))
                .extracting(EventBlock::size)
                .containsExactly(2, 1, 3);
    }

    @Test
    void readsAnNTupleWithoutEvents() {
        ints("x");
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.events()).hasValue(0);
        assertThat(Tables.words(source, "x")).isEmpty();
    }

    @Test
    void givesZerosBeforeAColumnWasAdded() {
        int x = ints("x");
        writer.cluster(2).page(x, 2, page(1, 2));
        writer.extend();
        int late = writer.column(writer.field(-1, Field.LEAF, "y", "std::int32_t"), 7, 32, 0, 3, 0, 0);
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::int32_t>");
        int index = writer.column(list, NTupleWriter.number(Encoding.SPLIT_INDEX64), 64, 0, 3, 0, 0);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        int array = writer.array(-1, "a", "std::array<std::int32_t,2>", 2);
        int pairs = writer.column(writer.field(array, Field.LEAF, "_0", "std::int32_t"), 7, 32, 0, 6, 0, 0);
        writer.cluster(3)
                .page(x, 3, page(3, 4, 5))
                .page(late, 2, page(8, 9))
                .page(index, 2, ends(1, 2))
                .page(values, 2, page(6, 7))
                .page(pairs, 4, page(1, 2, 3, 4));
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactly("x", "y", "v", "a");
        assertThat(Tables.words(source, "y")).containsExactly("0", "0", "0", "8", "9");
        assertThat(Tables.words(source, "v")).containsExactly("[ ] [ ] [ ] [ 6 ] [ 7 ]".split(" "));
        assertThat(Tables.words(source, "a")).containsExactly("[ 0 0 ] [ 0 0 ] [ 0 0 ] [ 1 2 ] [ 3 4 ]".split(" "));
        assertThat(Tables.words(source, "x")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void readsFieldsThatAreStoredNowInOneWayNowInAnother() {
        int field = writer.field(-1, Field.LEAF, "x", "float");
        int narrow = writer.column(field, NTupleWriter.number(Encoding.REAL16), 16, 0, 0, 0, 0);
        writer.cluster(1).page(narrow, 1, Encode.reals(Encoding.REAL16, 16, 0.5));
        writer.extend();
        int wide = writer.column(field, NTupleWriter.number(Encoding.SPLIT_REAL32), 32, 1, -1, 0, 0);
        writer.cluster(2).suppress(narrow).page(wide, 2, Encode.reals(Encoding.SPLIT_REAL32, 32, 1e9, -0.0));
        writer.cluster(1).page(narrow, 1, Encode.reals(Encoding.REAL16, 16, 2)).suppress(wide);

        assertThat(Tables.words(NTuples.open(folder, writer), "x")).containsExactly("0.5", "1.0E9", "-0.0", "2.0");
    }

    @Test
    void putsDescriptionsInSeveralPiecesTogether() {
        writer.largest(512);
        List<String> names = new ArrayList<>();
        NTupleWriter.Cluster cluster;
        for (int i = 0; i < 30; i++) {
            names.add("x" + i);
            ints("x" + i);
        }
        cluster = writer.cluster(4);
        for (int i = 0; i < 30; i++) {
            cluster.page(i, 4, page(i, 1, 2, 3));
        }
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.schema()).extracting(ColumnInfo::name).isEqualTo(names);
        assertThat(Tables.words(source, "x29")).containsExactly("29", "1", "2", "3");
    }

    @Test
    void makesOneMorePieceWhereTheirOffsetsNeedTheRoom() {
        assertThat(Blob.pieces(100, 64)).isEqualTo(2);
        assertThat(Blob.pieces(120, 64)).isEqualTo(2);
        assertThat(Blob.pieces(121, 64)).isEqualTo(3);
        assertThat(Blob.pieces(128, 64)).isEqualTo(3);
    }

    @Test
    void readsLocatorsOfAllKindsThatAreInFiles() {
        byte[] plain = new Bytes().i32(7).i64(99).i32(5).all();
        byte[] large = new Bytes()
                .i32(-(1 << 24 | 24))
                .i64(1L << 40)
                .i64(1L << 41)
                .i32(0)
                .i32(5)
                .all();
        byte[] elsewhere = new Bytes().i32(-(2 << 24 | 20)).i64(1).i64(2).all();

        for (byte[] bytes : List.of(plain, large)) {
            Words in = new Words(bytes, 0, bytes.length);
            assertThat(Locator.read(in))
                    .isEqualTo(bytes == plain ? new Locator(99, 7) : new Locator(1L << 41, 1L << 40));
            assertThat(in.i32()).isEqualTo(5);
        }
        assertThatThrownBy(() -> Locator.read(new Words(elsewhere, 0, elsewhere.length)))
                .isInstanceOf(Damage.Refused.class)
                .hasMessageContaining("a place of kind 2");
    }

    @Test
    void readsPagesWithoutChecksums() {
        writer.unchecked();
        int x = ints("x");
        writer.cluster(2).page(x, 2, page(1, 2));

        assertThat(Tables.words(NTuples.open(folder, writer), "x")).containsExactly("1", "2");
    }

    @Test
    void readsAgainThoughTheFileWasClosed() throws IOException {
        int x = ints("x");
        writer.cluster(2).page(x, 2, page(1, 2));
        EventSource source = NTuples.open(folder, writer);

        assertThat(Tables.words(source, "x")).isEqualTo(Tables.words(source, "x"));
        assertThat(source.files()).containsExactly(folder.resolve("test.root"));
        Files.delete(folder.resolve("test.root"));
    }

    @Test
    void givesTheSameWithManyThreads() throws IOException {
        List<String> names = new ArrayList<>();
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::int32_t>");
        int index = writer.column(list, Encoding.SPLIT_INDEX64);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        int[] columns = new int[5];
        names.add("v");
        for (int i = 0; i < columns.length; i++) {
            columns[i] = ints("x" + i);
            names.add("x" + i);
        }
        for (int c = 0; c < 3; c++) {
            int base = c;
            NTupleWriter.Cluster cluster = writer.cluster(2000);
            cluster.page(
                    index,
                    2000,
                    ends(IntStream.rangeClosed(1, 2000).mapToLong(i -> i).toArray()));
            for (int k = 0; k < 20; k++) {
                int of = k;
                byte[] page = page(IntStream.range(0, 100)
                        .mapToLong(i -> 1000L * base + 100L * of + i)
                        .toArray());
                cluster.page(values, 100, page);
                Arrays.stream(columns).forEach(x -> cluster.page(x, 100, page));
            }
        }
        EventSource source = NTuples.open(folder, writer);
        List<EventBlock> expected = Tables.blocks(source, names);
        List<Long> told = new ArrayList<>();
        List<EventBlock> found = blocks(source, names, told);

        assertThat(found).hasSameSizeAs(expected);
        for (int b = 0; b < found.size(); b++) {
            for (int i = 0; i < names.size(); i++) {
                assertThat(Tables.words(found.get(b).columns().get(i)))
                        .isEqualTo(Tables.words(expected.get(b).columns().get(i)));
            }
        }
        assertThat(told.stream().mapToLong(n -> n).sum()).isEqualTo(Files.size(folder.resolve("test.root")));
    }

    private static List<EventBlock> blocks(EventSource source, List<String> names, List<Long> told) throws IOException {
        ReadContext context = new ReadContext() {
            @Override
            public Workers workers() {
                return new Workers() {
                    @Override
                    public int threads() {
                        return 4;
                    }

                    @Override
                    public void forEach(int n, IntConsumer body) {
                        IntStream.range(0, n).parallel().forEach(body);
                    }
                };
            }

            @Override
            public void badRow(String file, long line, String reason) {
                throw new AssertionError(reason);
            }

            @Override
            public void progressed(long bytes) {
                told.add(bytes);
            }
        };
        List<EventBlock> blocks = new ArrayList<>();
        try (BlockReader reader = source.open(names, context)) {
            for (Optional<EventBlock> b = reader.next(); b.isPresent(); b = reader.next()) {
                blocks.add(b.get());
            }
        }
        return blocks;
    }
}

package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.testing.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of all structures. */
class StructureTest {
    @TempDir
    private Path folder;

    private final NTupleWriter writer = new NTupleWriter("n");

    private EventSource open() {
        return NTuples.open(folder, writer);
    }

    private int ints(int parent, String name) {
        return writer.leaf(parent, name, "std::int32_t", Encoding.INT32);
    }

    /** Adds a collection; returns the number of its field, and that of its column behind it. */
    private int[] collection(int parent, String name, String type) {
        int field = writer.field(parent, Field.COLLECTION, name, type);
        return new int[] {field, writer.column(field, Encoding.SPLIT_INDEX64)};
    }

    private static void put(NTupleWriter.Cluster cluster, int column, long... values) {
        cluster.page(column, values.length, Encode.wholes(Encoding.INT32, values));
    }

    private static void ends(NTupleWriter.Cluster cluster, int column, long... values) {
        cluster.page(column, values.length, Encode.wholes(Encoding.SPLIT_INDEX64, values));
    }

    private static void letters(NTupleWriter.Cluster cluster, int column, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cluster.page(column, bytes.length, bytes);
    }

    @Test
    void readsTexts() {
        int field = writer.field(-1, Field.LEAF, "s", "std::string");
        int index = writer.column(field, Encoding.SPLIT_INDEX64);
        int chars = writer.column(field, Encoding.CHAR);
        for (String text : List.of("aμbc", "xyéz")) {
            NTupleWriter.Cluster cluster = writer.cluster(4);
            ends(cluster, index, 0, 1, 4, 5);
            letters(cluster, chars, text);
        }

        assertThat(open().schema()).containsExactly(ColumnInfo.of("s", ColumnType.STRING));
        assertThat(Tables.words(open(), "s")).containsExactly("", "a", "μb", "c", "", "x", "yé", "z");
    }

    @Test
    void readsListsOfLists() {
        int[] outer = collection(-1, "v", "std::vector<std::vector<std::int32_t>>");
        int[] inner = collection(outer[0], "_0", "std::vector<std::int32_t>");
        int values = ints(inner[0], "_0");
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(3);
            ends(cluster, outer[1], 2, 2, 3);
            ends(cluster, inner[1], 1, 1, 3);
            put(cluster, values, 10 + c, 20, 30);
        }
        String words = "[ [ 10 ] [ ] ] [ ] [ [ 20 30 ] ] [ [ 11 ] [ ] ] [ ] [ [ 20 30 ] ]";

        assertThat(open().schema()).containsExactly(new ColumnInfo("v", ColumnType.INT, 2, ""));
        assertThat(Tables.words(open(), "v")).containsExactly(words.split(" "));
    }

    @Test
    void namesMembersByTheirPaths() {
        int[] jets = collection(-1, "jets", "std::vector<Jet>");
        int jet = writer.field(jets[0], Field.RECORD, "_0", "Jet");
        int pt = ints(jet, "pt");
        int where = writer.field(jet, Field.RECORD, "where", "Where");
        int eta = ints(where, "eta");
        NTupleWriter.Cluster cluster = writer.cluster(2);
        ends(cluster, jets[1], 1, 3);
        put(cluster, pt, 1, 2, 3);
        put(cluster, eta, 4, 5, 6);
        EventSource source = open();

        assertThat(source.schema())
                .containsExactly(
                        ColumnInfo.lists("jets.pt", ColumnType.INT),
                        ColumnInfo.lists("jets.where.eta", ColumnType.INT));
        assertThat(Tables.words(source, "jets.pt")).containsExactly("[", "1", "]", "[", "2", "3", "]");
        List<EventBlock> both = Tables.blocks(source, List.of("jets.where.eta", "jets.pt"));
        assertThat(Tables.words(both.get(0).columns().get(0))).containsExactly("[", "4", "]", "[", "5", "6", "]");
        assertThat(Tables.words(both.get(0).columns().get(1))).containsExactly("[", "1", "]", "[", "2", "3", "]");
    }

    @Test
    void namesPartsOfPairsAndMapsAsInTreesAndThoseOfTuplesAsInTheFile() {
        int[] map = collection(-1, "m", "std::map<std::int32_t,std::int32_t>");
        int pair = writer.field(map[0], Field.RECORD, "_0", "std::pair<std::int32_t,std::int32_t>");
        ints(pair, "_0");
        ints(pair, "_1");
        int tuple = writer.field(-1, Field.RECORD, "t", "std::tuple<std::int32_t,std::int32_t>");
        ints(tuple, "_0");
        ints(tuple, "_1");

        assertThat(open().schema()).extracting(ColumnInfo::name).containsExactly("m.first", "m.second", "t._0", "t._1");
    }

    @Test
    void readsArraysOfArraysAndOfRecords() {
        int outer = writer.array(-1, "a", "std::array<std::array<std::int32_t,3>,2>", 2);
        int values = ints(writer.array(outer, "_0", "std::array<std::int32_t,3>", 3), "_0");
        int many = writer.array(-1, "p", "std::array<P,2>", 2);
        int x = ints(writer.field(many, Field.RECORD, "_0", "P"), "x");
        NTupleWriter.Cluster cluster = writer.cluster(1);
        put(cluster, values, 1, 2, 3, 4, 5, 6);
        put(cluster, x, 7, 8);

        assertThat(Tables.words(open(), "a")).containsExactly("[ [ 1 2 3 ] [ 4 5 6 ] ]".split(" "));
        assertThat(Tables.words(open(), "p.x")).containsExactly("[", "7", "8", "]");
    }

    @Test
    void readsBitsetsAtomsAndEnumerations() {
        int bitset = writer.array(-1, "b", "std::bitset<3>", 3);
        int bits = writer.column(bitset, Encoding.BIT);
        int atom = ints(writer.field(-1, Field.LEAF, "a", "std::atomic<std::int32_t>"), "_0");
        int kind = ints(writer.field(-1, Field.LEAF, "e", "Kind"), "_0");
        NTupleWriter.Cluster cluster = writer.cluster(2);
        cluster.page(bits, 6, Encode.bits(1, 1, 0, 0, 0, 1, 1));
        put(cluster, atom, 4, 5);
        put(cluster, kind, 2, 1);

        assertThat(open().schema())
                .containsExactly(
                        ColumnInfo.lists("b", ColumnType.BOOLEAN),
                        ColumnInfo.of("a", ColumnType.INT),
                        ColumnInfo.of("e", ColumnType.INT));
        assertThat(Tables.words(open(), "b")).containsExactly("[ true false false ] [ false true true ]".split(" "));
        assertThat(Tables.words(open(), "a")).containsExactly("4", "5");
        assertThat(Tables.words(open(), "e")).containsExactly("2", "1");
    }

    @Test
    void givesMissingNumbersAsNaN() {
        int[] whole = collection(-1, "i", "std::optional<std::int32_t>");
        int wholes = ints(whole[0], "_0");
        int[] real = collection(-1, "f", "std::unique_ptr<float>");
        int reals = writer.leaf(real[0], "_0", "float", Encoding.REAL32);
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(3);
            ends(cluster, whole[1], 0, 1, 1);
            put(cluster, wholes, 5 + c);
            ends(cluster, real[1], 1, 2, 2);
            cluster.page(reals, 2, Encode.reals(Encoding.REAL32, 32, 0.5, 1.5));
        }

        assertThat(open().schema())
                .containsExactly(ColumnInfo.of("i", ColumnType.DOUBLE), ColumnInfo.of("f", ColumnType.FLOAT));
        assertThat(Tables.words(open(), "i")).containsExactly("NaN", "5.0", "NaN", "NaN", "6.0", "NaN");
        assertThat(Tables.words(open(), "f")).containsExactly("0.5", "1.5", "NaN", "0.5", "1.5", "NaN");
    }

    @Test
    void givesMissingTextsAndListsAsEmptyOnes() {
        int[] text = collection(-1, "s", "std::optional<std::string>");
        int string = writer.field(text[0], Field.LEAF, "_0", "std::string");
        int index = writer.column(string, Encoding.SPLIT_INDEX64);
        int chars = writer.column(string, Encoding.CHAR);
        int[] list = collection(-1, "v", "std::optional<std::vector<std::int32_t>>");
        int[] inner = collection(list[0], "_0", "std::vector<std::int32_t>");
        int values = ints(inner[0], "_0");
        NTupleWriter.Cluster cluster = writer.cluster(3);
        ends(cluster, text[1], 1, 1, 2);
        ends(cluster, index, 1, 3);
        letters(cluster, chars, "abc");
        ends(cluster, list[1], 0, 1, 2);
        ends(cluster, inner[1], 2, 2);
        put(cluster, values, 1, 2);

        assertThat(open().schema()).contains(ColumnInfo.lists("v", ColumnType.INT));
        assertThat(Tables.words(open(), "s")).containsExactly("a", "", "bc");
        assertThat(Tables.words(open(), "v")).containsExactly("[ ] [ 1 2 ] [ ]".split(" "));
    }

    @Test
    void givesWhatIsMissingWithinLists() {
        int[] list = collection(-1, "v", "std::vector<std::optional<P>>");
        int[] item = collection(list[0], "_0", "std::optional<P>");
        int x = ints(writer.field(item[0], Field.RECORD, "_0", "P"), "x");
        NTupleWriter.Cluster cluster = writer.cluster(2);
        ends(cluster, list[1], 3, 4);
        ends(cluster, item[1], 1, 1, 2, 2);
        put(cluster, x, 7, 8);

        assertThat(Tables.words(open(), "v.x")).containsExactly("[ 7.0 NaN 8.0 ] [ NaN ]".split(" "));
    }

    @Test
    void givesEachAlternativeOfAVariantItsColumn() {
        int variant = writer.field(-1, Field.VARIANT, "v", "std::variant<std::int32_t,bool>");
        int tags = writer.column(variant, Encoding.SWITCH);
        int first = ints(variant, "_0");
        int second = writer.leaf(variant, "_1", "bool", Encoding.BIT);
        NTupleWriter.Cluster cluster = writer.cluster(5);
        cluster.page(tags, 3, Encode.switches(new long[] {0, 0, 1}, new int[] {1, 2, 1}));
        cluster.page(tags, 2, Encode.switches(new long[] {0, 1}, new int[] {0, 2}));
        put(cluster, first, 3, 4);
        cluster.page(second, 2, Encode.bits(1, 1, 0));

        assertThat(Tables.words(open(), "v._0")).containsExactly("3.0", "NaN", "4.0", "NaN", "NaN");
        assertThat(Tables.words(open(), "v._1")).containsExactly("NaN", "1.0", "NaN", "NaN", "0.0");
    }

    @Test
    void namesBaseClassesOnlyWhereTheyTellColumnsApart() {
        int child = writer.field(-1, Field.RECORD, "c", "Child");
        int left = writer.field(child, Field.RECORD, ":_0", "Left");
        int base = writer.field(left, Field.RECORD, ":_0", "Base");
        int right = writer.field(child, Field.RECORD, ":_1", "Right");
        ints(left, "l");
        ints(base, "x");
        ints(base, "y");
        ints(right, "x");
        ints(child, "y");

        assertThat(open().schema())
                .extracting(ColumnInfo::name)
                .containsExactly("c.Left.x", "c.Left.y", "c.l", "c.Right.x", "c.y");
    }

    @Test
    void readsProjectionsAndLengths() {
        int[] jets = collection(-1, "_collection0", "");
        int pt = ints(writer.field(jets[0], Field.RECORD, "_0", ""), "pt");
        int view = writer.field(-1, Field.COLLECTION, "pt", "ROOT::VecOps::RVec<std::int32_t>");
        int item = writer.field(view, Field.LEAF, "_0", "std::int32_t");
        int count = writer.field(-1, Field.LEAF, "n", "ROOT::RNTupleCardinality<std::uint32_t>");
        writer.alias(jets[1], view);
        writer.alias(pt, item);
        writer.alias(jets[1], count);
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(3);
            ends(cluster, jets[1], 1, 1);
            ends(cluster, jets[1], 3);
            put(cluster, pt, 1, 2, 3);
        }

        assertThat(open().schema())
                .containsExactly(
                        ColumnInfo.lists("_collection0.pt", ColumnType.INT),
                        ColumnInfo.lists("pt", ColumnType.INT),
                        ColumnInfo.of("n", ColumnType.LONG));
        assertThat(Tables.words(open(), "n")).containsExactly("1", "0", "2", "1", "0", "2");
        assertThat(Tables.words(open(), "pt")).isEqualTo(Tables.words(open(), "_collection0.pt"));
    }

    @Test
    void namesWhatItCannotRead() {
        ints(-1, "x");
        writer.field(-1, Field.STREAMED, "o", "TObject");
        writer.column(writer.field(-1, Field.LEAF, "u", "New"), 99, 8, 0, 0, 0, 0);
        writer.field(-1, 9, "r", "Newer");
        writer.field(-1, Field.RECORD, "e", "Empty");
        writer.column(writer.field(-1, Field.LEAF, "s", "std::string"), Encoding.INT32);
        writer.field(-1, Field.LEAF, 1, 0, "w", "std::int32_t", new byte[0]);
        writer.array(-1, "a", "std::array<char,99999999>", 99_999_999);

        assertThat(open().schema()).containsExactly(ColumnInfo.of("x", ColumnType.INT));
        assertThat(open().unreadable())
                .containsExactly(
                        new UnreadableColumn("o", "TObject", "it holds objects as ROOT streams them"),
                        new UnreadableColumn(
                                "u", "New", "it is stored by encoding 99 of 8 bits, which is not known here"),
                        new UnreadableColumn("r", "Newer", "it is of structure 9, which is not known here"),
                        new UnreadableColumn("e", "Empty", "it has no members"),
                        new UnreadableColumn(
                                "s",
                                "std::string",
                                "it is stored as INT32, from which values of this type are not read"),
                        new UnreadableColumn("w", "std::int32_t", "it is stored in a newer way, of version 1"),
                        new UnreadableColumn(
                                "a", "std::array<char,99999999>", "it has too many values per event, 99999999"));
    }

    @Test
    void handsOutFewerEventsAtOnceWhereEachHasManyValues() {
        int[] list = collection(-1, "v", "std::vector<std::int32_t>");
        int values = ints(list[0], "_0");
        long n = 600_000;
        NTupleWriter.Cluster cluster = writer.cluster(8);
        ends(cluster, list[1], n, 2 * n, 3 * n, 4 * n, 5 * n, 6 * n, 7 * n, 8 * n);
        for (int i = 0; i < 8; i++) {
            cluster.page(values, (int) n, new byte[(int) (4 * n)]);
        }

        assertThat(Tables.blocks(open(), List.of("v")))
                .extracting(EventBlock::size)
                .containsExactly(3, 3, 2);
    }

    @Test
    void countsEventsWhereNoColumnIsAskedFor() {
        int x = ints(-1, "x");
        long[] values = new long[10_000];
        Arrays.setAll(values, i -> i);
        put(writer.cluster(10_000), x, values);

        assertThat(Tables.blocks(open(), List.of()))
                .extracting(EventBlock::size)
                .containsExactly(8192, 1808);
    }
}

package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Xxh3;
import hep.winnow.testing.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, and in which words. */
class RefusalTest {
    @TempDir
    private Path folder;

    private final NTupleWriter writer = new NTupleWriter("n");

    private int ints(String name) {
        return writer.leaf(-1, name, "std::int32_t", Encoding.INT32);
    }

    private static byte[] page(long... values) {
        return Encode.wholes(Encoding.INT32, values);
    }

    /** Begins an assertion on what comes of reading all of the file. */
    private AbstractThrowableAssert<?, ? extends Throwable> reading() {
        return assertThatThrownBy(() -> {
                    EventSource source = NTuples.open(folder, writer);
                    Tables.blocks(
                            source,
                            source.schema().stream().map(ColumnInfo::name).toList());
                })
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test.root")
                .hasMessageContaining("the ntuple 'n'");
    }

    @Test
    void refusesPreReleases() {
        int x = ints("x");
        writer.cluster(1).page(x, 1, page(1));
        writer.epoch(0);
        reading().hasMessageContaining("pre-release").hasMessageContaining("ROOT 6.34");
    }

    @Test
    void refusesTheClassOfPreReleases() {
        ints("x");
        writer.className("ROOT::Experimental::RNTuple");
        reading().hasMessageContaining("pre-release");
    }

    @Test
    void refusesUnknownFeatures() {
        ints("x");
        writer.features(4);
        reading().hasMessageContaining("it needs a newer reader: it uses features 0x4");
    }

    @Test
    void refusesShardedClusters() {
        int x = ints("x");
        writer.cluster(1).page(x, 1, page(1)).flags(1);
        reading().hasMessageContaining("sharded");
    }

    @Test
    void refusesNumbersWithoutSignThatAreTooLarge() {
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::uint64_t>");
        int index = writer.column(list, Encoding.INDEX64);
        int values = writer.leaf(list, "_0", "std::uint64_t", Encoding.UINT64);
        for (int c = 0; c < 2; c++) {
            writer.cluster(3)
                    .page(index, 3, Encode.wholes(Encoding.INDEX64, 2, 2, 4))
                    .page(values, 4, Encode.wholes(Encoding.UINT64, 1, Long.MAX_VALUE, 3, c == 0 ? 4 : -2));
        }

        reading()
                .hasMessageContaining("the column 'v'")
                .hasMessageContaining("entry 5 has 18446744073709551614, and whole numbers end at 9223372036854775807");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        ints("x");
        ints("x");
        reading().hasMessageContaining("two columns 'x'");
    }

    @Test
    void refusesAnNTupleWithoutColumns() {
        writer.field(-1, Field.STREAMED, "o", "TObject");
        reading().hasMessageContaining("no column that can be read").hasMessageContaining("as ROOT streams them");
    }

    @Test
    void tellsWhereAPageIsDamaged() {
        int x = ints("x");
        writer.cluster(2).page(x, 1, page(1)).page(x, 1, page(2));
        EventSource source = NTuples.open(folder, damaged());

        assertThatThrownBy(() -> Tables.words(source, "x"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("in the column 'x' of the ntuple 'n': page 1 of 2 is damaged")
                .hasMessageContaining("checksum")
                .hasMessageMatching("(?s).*, at byte [0-9]+.*");
    }

    /** Returns the file with a flipped bit in its second page. */
    private byte[] damaged() {
        byte[] bytes = writer.bytes();
        byte[] page = page(2);
        byte[] checked =
                new Bytes().raw(page).i64(Xxh3.of(page, 0, page.length)).all();
        int at = 0;
        while (!Arrays.equals(bytes, at, at + checked.length, checked, 0, checked.length)) {
            at++;
        }
        bytes[at] ^= 8;
        return bytes;
    }

    @Test
    void refusesAPageThatClaimsMoreThanItsBytesCanHold() {
        int x = ints("x");
        writer.cluster(100_000_000).page(x, 100_000_000, page(1));
        reading().hasMessageContaining("a page of 4 bytes says that it holds 100000000 elements of 32 bits");
    }

    @Test
    void refusesAClusterThatClaimsMoreEventsThanItHas() {
        int x = ints("x");
        writer.cluster(100_000_000).page(x, 1, page(1));
        reading().hasMessageContaining("it has 1 values in cluster 0, expected 1 for each of 100000000 events");
        EventSource source = NTuples.open(folder, writer);
        assertThatThrownBy(() -> Tables.blocks(source, List.of())).isInstanceOf(UserError.class);
    }

    @Test
    void refusesEventsThatNoColumnHas() {
        writer.extend();
        writer.column(writer.field(-1, Field.LEAF, "y", "std::int32_t"), 7, 32, 0, 1L << 50, 0, 0);
        writer.cluster(1L << 50);
        reading().hasMessageContaining("holds no value of the first one");
    }

    @Test
    void refusesListsThatEndBeforeTheyBegin() {
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::int32_t>");
        int index = writer.column(list, Encoding.INDEX32);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        writer.cluster(2).page(index, 2, Encode.wholes(Encoding.INDEX32, 3, 1)).page(values, 3, page(1, 2, 3));
        reading().hasMessageContaining("a list of it ends before it begins");
    }

    @Test
    void refusesListsOfMoreValuesThanThereAre() {
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::int32_t>");
        int index = writer.column(list, Encoding.INDEX32);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        writer.cluster(2).page(index, 2, Encode.wholes(Encoding.INDEX32, 1, 4)).page(values, 3, page(1, 2, 3));
        reading().hasMessageContaining("it has 3 values where 4 are expected");
    }

    @Test
    void refusesValuesOfNoEvent() {
        int list = writer.field(-1, Field.COLLECTION, "v", "std::vector<std::int32_t>");
        int index = writer.column(list, Encoding.INDEX32);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        writer.cluster(2).page(index, 2, Encode.wholes(Encoding.INDEX32, 1, 2)).page(values, 3, page(1, 2, 3));
        reading().hasMessageContaining("1 of its values belong to no event of cluster 0");
    }

    @Test
    void refusesAnOptionalValueThatIsThereTwice() {
        int option = writer.field(-1, Field.COLLECTION, "v", "std::optional<std::int32_t>");
        int index = writer.column(option, Encoding.INDEX32);
        int values = writer.leaf(option, "_0", "std::int32_t", Encoding.INT32);
        writer.cluster(1).page(index, 1, Encode.wholes(Encoding.INDEX32, 2)).page(values, 2, page(1, 2));
        reading().hasMessageContaining("it has 2 values where there is one or none");
    }

    @Test
    void refusesAVariantWhoseValuesAreNotInOrder() {
        int variant = writer.field(-1, Field.VARIANT, "v", "std::variant<std::int32_t>");
        int tags = writer.column(variant, Encoding.SWITCH);
        int first = writer.leaf(variant, "_0", "std::int32_t", Encoding.INT32);
        writer.cluster(2)
                .page(tags, 2, Encode.switches(new long[] {1, 0}, new int[] {1, 1}))
                .page(first, 2, page(3, 4));
        reading().hasMessageContaining("its values do not stand in the order of the events");
    }

    @Test
    void refusesAFieldThatAClusterHasInNoWay() {
        int x = ints("x");
        writer.cluster(1).suppress(x);
        reading().hasMessageContaining("cluster 0 does not have it in any of the ways in which it is stored");
    }

    @Test
    void refusesAFooterThatBelongsToAnotherHeader() {
        ints("x");
        writer.tamper((part, bytes) -> {
            if (part.equals("footer")) {
                bytes[8] ^= 1;
            }
            return bytes;
        });
        reading().hasMessageContaining("its footer: it is that of another header, at byte ");
    }

    @Test
    void refusesAFieldThatIsPartOfALaterOne() {
        writer.field(1, Field.LEAF, "x", "std::int32_t");
        ints("y");
        reading()
                .hasMessageContaining("in the ntuple 'n': its header: its byte 75 points to field 1 of 1, at byte 300");
    }
}

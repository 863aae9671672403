package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.testing.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of all encodings, on pages of odd sizes in two clusters. */
class EncodingTest {
    private static final int[] PAGES = {1, 7, 64, 1000};
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "BIT, bool, BOOLEAN, 0, 1",
        "BIT, std::uint8_t, INT, 0, 1",
        "BYTE, std::byte, INT, 0, 255",
        "CHAR, char, INT, -128, 127",
        "INT8, std::int8_t, INT, -128, 127",
        "UINT8, std::uint8_t, INT, 0, 255",
        "INT16, std::int16_t, INT, -32768, 32767",
        "UINT16, std::uint16_t, INT, 0, 65535",
        "INT32, std::int32_t, INT, -2147483648, 2147483647",
        "UINT32, std::uint32_t, LONG, 0, 4294967295",
        "INT64, std::int64_t, LONG, -9223372036854775808, 9223372036854775807",
        "UINT64, std::uint64_t, LONG, 0, 9223372036854775807",
        "SPLIT_INT16, std::int16_t, INT, -32768, 32767",
        "SPLIT_UINT16, std::uint16_t, INT, 0, 65535",
        "SPLIT_INT32, std::int32_t, INT, -2147483648, 2147483647",
        "SPLIT_UINT32, std::uint32_t, LONG, 0, 4294967295",
        "SPLIT_INT64, std::int64_t, LONG, -9223372036854775808, 9223372036854775807",
        "SPLIT_UINT64, std::uint64_t, LONG, 0, 9223372036854775807"
    })
    void readsWholeNumbers(Encoding encoding, String type, ColumnType expected, long min, long max) {
        NTupleWriter writer = new NTupleWriter("n");
        int column = writer.leaf(-1, "x", type, encoding);
        RandomStream random = new RandomStream(SEED);
        List<String> words = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(Arrays.stream(PAGES).sum());
            for (int size : PAGES) {
                long[] values = new long[size];
                for (int i = 0; i < size; i++) {
                    long drawn = random.nextLong();
                    values[i] =
                            i == 0 ? max : i == 1 ? min : max - min == -1 ? drawn : min + (drawn >>> 1) % (max - min);
                    words.add(expected == ColumnType.BOOLEAN ? Boolean.toString(values[i] == 1) : "" + values[i]);
                }
                cluster.page(column, size, Encode.wholes(encoding, values));
            }
        }
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.schema()).containsExactly(ColumnInfo.of("x", expected));
        assertThat(Tables.words(source, "x")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "REAL16, 16, float, FLOAT",
        "REAL16, 16, double, DOUBLE",
        "SPLIT_REAL16, 16, float, FLOAT",
        "REAL32, 32, float, FLOAT",
        "REAL32, 32, double, DOUBLE",
        "SPLIT_REAL32, 32, float, FLOAT",
        "SPLIT_REAL32, 32, double, DOUBLE",
        "REAL64, 64, double, DOUBLE",
        "SPLIT_REAL64, 64, double, DOUBLE",
        "REAL32_TRUNC, 10, float, FLOAT",
        "REAL32_TRUNC, 17, double, DOUBLE",
        "REAL32_TRUNC, 31, float, FLOAT"
    })
    void readsNumbers(Encoding encoding, int bits, String type, ColumnType expected) {
        NTupleWriter writer = new NTupleWriter("n");
        int column =
                writer.column(writer.field(-1, Field.LEAF, "x", type), NTupleWriter.number(encoding), bits, 0, 0, 0, 0);
        RandomStream random = new RandomStream(SEED);
        List<String> words = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(Arrays.stream(PAGES).sum());
            for (int size : PAGES) {
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    // Each is a small whole number times a power of two, which all encodings hold.
                    values[i] = switch (i % 7) {
                        case 0 -> Double.POSITIVE_INFINITY;
                        case 1 -> -0.0;
                        case 2 -> Double.NaN;
                        default -> (random.nextInt(5) - 2) * Math.scalb(1.0, random.nextInt(20) - 14);
                    };
                    words.add(Double.toString(values[i]));
                }
                cluster.page(column, size, Encode.reals(encoding, bits, values));
            }
        }
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.schema()).containsExactly(ColumnInfo.of("x", expected));
        assertThat(Tables.words(source, "x")).isEqualTo(words);
    }

    @Test
    void readsSubnormalNumbersOfHalfPrecision() {
        assertThat(Reals.half(0x0001)).isEqualTo(0x1p-24f);
        assertThat(Reals.half(0x83ff)).isEqualTo(-0x1.ff8p-15f);
        assertThat(Reals.half(0x0400)).isEqualTo(0x1p-14f);
        assertThat(Reals.half(0x7bff)).isEqualTo(65504f);
        assertThat(Reals.half(0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"1, double", "5, float", "20, double", "32, float", "32, double"})
    void readsQuantizedNumbers(int bits, String type) {
        NTupleWriter writer = new NTupleWriter("n");
        int field = writer.field(-1, Field.LEAF, "x", type);
        int column = writer.column(field, NTupleWriter.number(Encoding.REAL32_QUANT), bits, 0, 0, -2, 6);
        double last = (1L << bits) - 1;
        double[] steps = {0, last, 1, last - 1, 0};
        writer.cluster(5).page(column, 5, Encode.reals(Encoding.REAL32_QUANT, bits, steps));
        List<String> words = Arrays.stream(steps)
                .map(step -> step * (8 / last) - 2)
                .map(value -> type.equals("float") ? (float) value : value)
                .mapToObj(Double::toString)
                .toList();

        assertThat(Tables.words(NTuples.open(folder, writer), "x")).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEX32", "INDEX64", "SPLIT_INDEX32", "SPLIT_INDEX64"})
    void readsLists(Encoding encoding) {
        NTupleWriter writer = new NTupleWriter("n");
        int list = writer.field(-1, Field.COLLECTION, "x", "std::vector<std::int32_t>");
        int index = writer.column(list, encoding);
        int values = writer.leaf(list, "_0", "std::int32_t", Encoding.INT32);
        List<String> words = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            NTupleWriter.Cluster cluster = writer.cluster(Arrays.stream(PAGES).sum());
            int event = 0;
            int end = 0;
            for (int size : PAGES) {
                long[] ends = new long[size];
                for (int i = 0; i < size; i++) {
                    words.add("[");
                    for (int k = 0; k < event * 5 % 4; k++) {
                        words.add("" + end++);
                    }
                    words.add("]");
                    ends[i] = end;
                    event++;
                }
                cluster.page(index, size, Encode.wholes(encoding, ends));
            }
            long[] all = new long[end];
            Arrays.setAll(all, i -> i);
            cluster.page(values, end, Encode.wholes(Encoding.INT32, all));
        }
        EventSource source = NTuples.open(folder, writer);

        assertThat(source.schema()).containsExactly(ColumnInfo.lists("x", ColumnType.INT));
        assertThat(Tables.words(source, "x")).isEqualTo(words);
        assertThat(Tables.blocks(source, List.of("x")))
                .extracting(EventBlock::size)
                .containsExactly(1024, 48, 1024, 48);
    }

    @ParameterizedTest
    @EnumSource
    void unpacks(Packer packer) {
        NTupleWriter writer = new NTupleWriter("n").packed(packer);
        int column = writer.leaf(-1, "x", "float", Encoding.SPLIT_REAL32);
        double[] values = new double[20_000];
        Arrays.setAll(values, i -> Math.floor(i / 4.0));
        writer.cluster(values.length).page(column, values.length, Encode.reals(Encoding.SPLIT_REAL32, 32, values));
        EventSource source = NTuples.open(folder, writer);

        assertThat(Tables.words(source, "x"))
                .isEqualTo(Arrays.stream(values).mapToObj(Double::toString).toList());
        assertThat(Tables.blocks(source, List.of("x")))
                .extracting(EventBlock::size)
                .containsExactly(8192, 8192, 3616);
    }
}

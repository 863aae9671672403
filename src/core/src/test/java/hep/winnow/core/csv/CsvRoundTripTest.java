package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer wrote is what the reader reads, bit by bit. */
class CsvRoundTripTest {
    private static final long SEED = 139;
    private static final double[] EXTREMES = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_NORMAL,
        1e15,
        1e-5,
        1.0 / 3
    };
    private static final List<String> PIECES = List.of(
            "a", " ", "\"", ",", "\n", "\r\n", "#", "é", "ʤ", "\uD83D\uDE00", "1", "nan", "\t", ";", "true", "\u0000");
    private static final ColumnType[] TYPES = {
        ColumnType.DOUBLE, ColumnType.FLOAT, ColumnType.INT, ColumnType.LONG, ColumnType.BOOLEAN, ColumnType.STRING
    };

    @TempDir
    Path folder;

    @Test
    void ofThreeHundredTables() throws IOException {
        check(300);
    }

    @Test
    @Tag("slow")
    void ofTenThousandTables() throws IOException {
        check(10_000);
    }

    private void check(int n) throws IOException {
        RandomStream random = new RandomStream(SEED);
        for (int i = 0; i < n; i++) {
            Map<String, ColumnType> types = new LinkedHashMap<>();
            int columns = 1 + random.nextInt(7);
            for (int c = 0; c < columns; c++) {
                types.put(
                        List.of("pt", "η", "a,b", "\"q\"", "jet 1", "#x", "x\ny")
                                        .get(random.nextInt(7))
                                + c,
                        TYPES[random.nextInt(6)]);
            }
            int rows = random.nextInt(8) == 0 ? 0 : random.nextInt(40);
            List<Column> written =
                    types.values().stream().map(t -> column(t, rows, random)).toList();
            String name = i % 2 == 0 ? "t.csv" : "t.csv.gz";
            Path file = folder.resolve(name);
            try (CsvWriter writer =
                    CsvWriter.create(file, name, List.copyOf(types.keySet()), List.copyOf(types.values()))) {
                writer.write(new EventBlock(rows, written));
            }
            CsvSource source = CsvSource.open(
                    List.of(file), CsvOptions.DEFAULT.withSeparator(",").withTypes(types));
            Tables.Read read = Tables.read(source, List.copyOf(types.keySet()), 1 + random.nextInt(400), 1 + i % 2);
            String what = "table " + i + " of seed " + SEED;
            assertThat(source.schema().stream().map(ColumnInfo::name))
                    .as(what)
                    .containsExactlyElementsOf(types.keySet());
            assertThat(read.bad()).as(what).isEmpty();
            assertThat(read.error()).as(what).isEmpty();
            assertThat(read.rows()).as(what).isEqualTo(rows);
            for (int c = 0; c < columns && rows > 0; c++) {
                assertThat(values(read.blocks().get(0).columns().get(c)))
                        .as(what)
                        .isEqualTo(values(written.get(c)));
            }
        }
    }

    private static Column column(ColumnType type, int rows, RandomStream random) {
        double[] numbers = new double[rows];
        Arrays.setAll(numbers, i -> number(random));
        return switch (type) {
            case DOUBLE -> new Column.Doubles(numbers);
            case FLOAT -> {
                float[] floats = new float[rows];
                for (int i = 0; i < rows; i++) {
                    floats[i] =
                            random.nextInt(2) == 0 ? (float) numbers[i] : Float.intBitsToFloat((int) random.nextLong());
                }
                yield new Column.Floats(floats);
            }
            case INT -> {
                int[] ints = new int[rows];
                Arrays.setAll(ints, i -> (int) random.nextLong() >> random.nextInt(32));
                yield new Column.Ints(ints);
            }
            case LONG -> {
                long[] longs = new long[rows];
                Arrays.setAll(
                        longs, i -> random.nextInt(9) == 0 ? Long.MIN_VALUE : random.nextLong() >> random.nextInt(64));
                yield new Column.Longs(longs);
            }
            case BOOLEAN -> {
                boolean[] booleans = new boolean[rows];
                for (int i = 0; i < rows; i++) {
                    booleans[i] = random.nextInt(2) == 0;
                }
                yield new Column.Booleans(booleans);
            }
            default -> {
                String[] strings = new String[rows];
                Arrays.setAll(strings, i -> text(random));
                yield new Column.Strings(strings);
            }
        };
    }

    private static double number(RandomStream random) {
        return switch (random.nextInt(3)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextGaussian();
        };
    }

    private static String text(RandomStream random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(6); k > 0; k--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** Returns values that are equal if, and only if, their bits are; all NaN alike. */
    private static List<Object> values(Column column) {
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            if (column instanceof Column.Strings strings) {
                out.add(strings.values()[i]);
            } else if (column instanceof Column.Longs longs) {
                out.add(longs.values()[i]);
            } else {
                out.add(Double.doubleToLongBits(column.number(i)));
            }
        }
        return out;
    }
}

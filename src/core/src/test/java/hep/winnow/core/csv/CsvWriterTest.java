package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {
    @TempDir
    Path folder;

    private static final List<String> NAMES = List.of("d", "f", "n", "l", "b", "s,\"");
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.DOUBLE,
            ColumnType.FLOAT,
            ColumnType.INT,
            ColumnType.LONG,
            ColumnType.BOOLEAN,
            ColumnType.STRING);
    private static final EventBlock BLOCK = new EventBlock(
            3,
            List.of(
                    new Column.Doubles(new double[] {0.1, Double.NaN, 1e10}),
                    new Column.Floats(new float[] {0.1f, Float.NEGATIVE_INFINITY, -2}),
                    new Column.Ints(new int[] {1, 2, 3}),
                    new Column.Longs(new long[] {Long.MAX_VALUE, 0, -1}),
                    new Column.Booleans(new boolean[] {true, false, true}),
                    new Column.Strings(new String[] {"a b", "", "x\n\"y\" # ʤ"})));

    private static String write(List<String> names, List<ColumnType> types, EventBlock... blocks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out, names, types)) {
            for (EventBlock block : blocks) {
                writer.write(block);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesEveryType() throws IOException {
        assertThat(write(NAMES, TYPES, BLOCK)).isEqualTo("""
                        d,f,n,l,b,"s,\"\""
                        0.1,0.1,1,9223372036854775807,true,a b
                        nan,-inf,2,0,false,""
                        10000000000.0,-2.0,3,-1,true,"x
                        ""y"" # ʤ"
                        """);
    }

    @Test
    void isReadBackBitByBit() throws IOException {
        RandomStream random = new RandomStream(5);
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
        }
        Path file = folder.resolve("tmp");
        try (CsvWriter writer = CsvWriter.create(file, "x.csv.gz", List.of("x"), List.of(ColumnType.DOUBLE))) {
            writer.write(new EventBlock(values.length, List.of(new Column.Doubles(values))));
        }
        assertThat(Files.readAllBytes(file)).startsWith(0x1f, 0x8b);
        List<Double> read = Tables.read(CsvSource.open(List.of(file), CsvOptions.DEFAULT), 2)
                .numbers("x");
        assertThat(read).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.doubleToLongBits(read.get(i))).isEqualTo(Double.doubleToLongBits(values[i]));
        }
    }

    @Test
    void isReadBackWithItsTypes() throws IOException {
        Path file = Tables.write(folder, "a.csv", write(NAMES, TYPES, BLOCK));
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
        assertThat(source.schema())
                .containsExactly(
                        ColumnInfo.of("d", ColumnType.DOUBLE),
                        ColumnInfo.of("f", ColumnType.DOUBLE),
                        ColumnInfo.of("n", ColumnType.LONG),
                        ColumnInfo.of("l", ColumnType.LONG),
                        ColumnInfo.of("b", ColumnType.BOOLEAN),
                        ColumnInfo.of("s,\"", ColumnType.STRING));
        assertThat(Tables.read(source, 1).texts("s,\"")).containsExactly("a b", "", "x\n\"y\" # ʤ");
    }

    @Test
    void refusesABlockOfOtherColumns() {
        assertThatThrownBy(() -> write(List.of("x"), List.of(ColumnType.DOUBLE), BLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device that is always full").exists();
        for (String name : List.of("x.csv", "x.csv.gz")) {
            assertThatThrownBy(() -> {
                        try (CsvWriter writer = CsvWriter.create(full, name, NAMES, TYPES)) {
                            for (int i = 0; i < 100_000; i++) {
                                writer.write(BLOCK);
                            }
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
    }
}

package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Good tables, torn and spoilt: an error that names the file, or what the naive reader finds in it. */
class CsvMutationsTest {
    private static final long SEED = 20260917;
    private static final String BYTES = "0123456789.eE+-,;\t\"\"\n\n\r #nai:\u00e9\u00ff\u0000";

    @TempDir
    Path folder;

    private static List<String> tables() {
        StringBuilder numbers = new StringBuilder("x,y,n\n");
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 12; i++) {
            numbers.append(String.format(
                    java.util.Locale.ROOT, "%.18e,%.3f,%d%n", random.nextGaussian(), 1e3 * random.nextGaussian(), i));
        }
        return List.of(
                numbers.toString(),
                "id,x,\"a \"\"name\"\"\",y\n1,1.5,\"two\nlines, \"\"quoted\"\"\",.5\r\n2,-8e-1,5\" pipe,nan\n# c\n\n3,inf,\"\",+2.5E+01\n7,1e-3,é,1e400\r\n",
                "a;b;c\n1;TRUE;2,5\n-9223372036854775808;false;NA\n3;;\n",
                "  run pt   tag n\n 1  2.5 \"a b\" -7\n2\t-1.727920913696289062e+01 y 8\n\n # c\n3 nan \"z\"\"\" 9 \r\n",
                "run\tpt\ttag\n1\t 2.5\tx\n2\t3 \t\"y\tz\"\n12345678901234567\t-0\t\n");
    }

    @Test
    @Timeout(120)
    void areReadAsTheNaiveReaderReadsThemOrRefused() {
        checkText(500);
    }

    @Test
    @Timeout(120)
    void inGzipAreReadAsTheyWereOrRefused() {
        checkGzip(200);
    }

    @Test
    @Tag("slow")
    void areReadAsTheNaiveReaderReadsThemOrRefusedManyTimes() {
        checkText(150_000);
    }

    @Test
    @Tag("slow")
    void inGzipAreReadAsTheyWereOrRefusedManyTimes() {
        checkGzip(50_000);
    }

    private void checkText(int n) {
        RandomStream random = new RandomStream(SEED);
        List<String> tables = tables();
        int read = 0;
        for (int i = 0; i < n; i++) {
            byte[] bytes = mutated(tables.get(i % tables.size()).getBytes(StandardCharsets.UTF_8), random);
            read += check(bytes, 1 + random.nextInt(600), 1 + i % 2, "mutation " + i + " of seed " + SEED);
        }
        assertThat(read).isGreaterThan(n / 4);
    }

    private void checkGzip(int n) {
        RandomStream random = new RandomStream(SEED + 1);
        List<String> tables = tables();
        for (int i = 0; i < n; i++) {
            String text = tables.get(i % tables.size());
            byte[] bytes = mutated(Tables.gzip(text), random);
            Path file = Tables.write(folder, "m.csv", bytes);
            try {
                CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
                Tables.Read read = Tables.read(source, 1);
                // What is no longer marked as gzip may pass for odd text.
                if (GzipInput.isGzip(bytes, bytes.length) && read.error().isEmpty()) {
                    Path good = Tables.write(folder, "good.csv", text);
                    assertThat(read.all())
                            .as("mutation %d of seed %d", i, SEED + 1)
                            .isEqualTo(Tables.read(CsvSource.open(List.of(good), CsvOptions.DEFAULT), 1)
                                    .all());
                }
            } catch (UserError refused) {
                assertThat(refused.message()).contains("m.csv");
            }
        }
    }

    private static byte[] mutated(byte[] good, RandomStream random) {
        byte[] bytes = good.clone();
        for (int k = random.nextInt(4); k >= 0 && bytes.length > 1; k--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(9));
            byte any = random.nextInt(3) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) BYTES.charAt(random.nextInt(BYTES.length()));
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                case 3 ->
                    bytes = joined(
                            joined(Arrays.copyOf(bytes, at), new byte[] {any}),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes[at] = any;
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Reads a table by both readers; returns 1 if there was something to read. */
    private int check(byte[] bytes, int chunkBytes, int threads, String what) {
        Path file = Tables.write(folder, "m.csv", bytes);
        CsvSource source;
        OpenedFile opened;
        try {
            source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
            opened = OpenedFile.open(file, CsvOptions.DEFAULT, 1 << 12);
        } catch (UserError refused) {
            assertThat(refused.message()).as(what).contains("m.csv");
            return 0;
        } catch (java.io.IOException e) {
            throw new AssertionError(what, e);
        }
        TableFile table = opened.table();
        if (table.dialect().isBlanks()) {
            return checkAgainstCarefulReader(source, table.names(), chunkBytes, what);
        }
        NaiveTable naive = new NaiveTable(bytes, (int) table.dataOffset(), table.dialect(), kinds(source, opened));
        Tables.Read read = Tables.read(source, table.names(), chunkBytes, threads);
        if (naive.isOpen) {
            // Rows of the chunk that ends in the open quote are not handed out any more.
            assertThat(naive.rows.subList(0, Math.min(read.rows(), naive.rows.size())))
                    .as(what)
                    .isEqualTo(rows(read));
        } else {
            assertThat(rows(read)).as(what).isEqualTo(naive.rows);
            assertThat(read.bad()).as(what).hasSize(naive.bad);
        }
        assertThat(read.error().contains("never closes")).as(what).isEqualTo(naive.isOpen);
        assertThat(read.error().isEmpty()).as(what + read.error()).isEqualTo(!naive.isOpen);
        return naive.rows.isEmpty() ? 0 : 1;
    }

    /** Reads a table a second time with one column asked for twice, which leaves every record to the scanner that knows all. */
    private static int checkAgainstCarefulReader(CsvSource source, List<String> names, int chunkBytes, String what) {
        List<String> twice = new ArrayList<>(names);
        twice.add(names.get(0));
        Tables.Read read = Tables.read(source, names, chunkBytes, 1);
        Tables.Read careful = Tables.read(source, twice, chunkBytes, 1);
        assertThat(rows(read))
                .as(what)
                .isEqualTo(rows(careful).stream()
                        .map(r -> r.subList(0, names.size()))
                        .toList());
        assertThat(read.bad()).as(what).isEqualTo(careful.bad());
        assertThat(read.error()).as(what).isEqualTo(careful.error());
        return read.rows() > 0 ? 1 : 0;
    }

    /** Returns the kinds of the columns; of doubles it takes a second look to tell numbers from truth. */
    private static List<CellKind> kinds(CsvSource source, OpenedFile opened) {
        TypeSniffer sniffer = new TypeSniffer(opened.table().names(), CsvOptions.DEFAULT);
        try {
            sniffer.look(opened);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<CellKind> kinds = new ArrayList<>();
        for (int i = 0; i < source.schema().size(); i++) {
            assertThat(sniffer.kind(i).type()).isEqualTo(source.schema().get(i).type());
            kinds.add(sniffer.kind(i));
        }
        return kinds;
    }

    private static List<List<String>> rows(Tables.Read read) {
        List<List<String>> rows = new ArrayList<>();
        for (EventBlock block : read.blocks()) {
            for (int i = 0; i < block.size(); i++) {
                List<String> row = new ArrayList<>();
                for (Column column : block.columns()) {
                    row.add(
                            column.type() == ColumnType.STRING
                                    ? ":" + ((Column.Strings) column).values()[i]
                                    : NaiveTable.bits(column.number(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}

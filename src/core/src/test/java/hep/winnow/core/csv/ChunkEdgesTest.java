package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is read at a time, from one byte to the whole file, the table is the same. */
class ChunkEdgesTest {
    @TempDir
    Path folder;

    /** Quotes, line ends in quotes, both kinds of line ends, comments, blank lines, bad rows, and numbers in every form. */
    private static final String ODD = String.join(
            "\n",
            "id,x,\"a \"\"name\"\"\",y",
            "1,1.727920913696289062e+01,\"two",
            "lines, \"\"quoted\"\"\",.5\r",
            "2,-8e-1,5\" pipe,nan",
            "# a comment, \" and a quote",
            "",
            "3,inf,\"\",+2.5E+01",
            "4,1,\"unfinished\" row,3",
            "5,2,too,many,fields",
            "6, 12345.678901234567890123 , \"blanks\" ,",
            "7,0.0001,é\u0001ʤ,1e400\r",
            "\r",
            "   # indented",
            "8,-0,\"\n\n\",9007199254740993",
            "9,x,bad number,1",
            "10,1e-3,last,7");

    private static void checkEverySize(Path file, CsvOptions options) throws IOException {
        CsvSource source = CsvSource.open(List.of(file), options);
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        String whole = Tables.read(source, names, ChunkFeeder.CHUNK_BYTES, 1).all();
        for (int bytes = 1; bytes <= Files.size(file) + 1; bytes++) {
            String parts = Tables.read(source, names, bytes, 1 + bytes % 3).all();
            assertThat(parts).as("%s by %d bytes", file, bytes).isEqualTo(whole);
        }
    }

    @Test
    void doNotShowInAnOddTable() throws IOException {
        for (ColumnType type : List.of(ColumnType.DOUBLE, ColumnType.FLOAT, ColumnType.STRING)) {
            CsvOptions options = CsvOptions.DEFAULT.withTypes(Map.of("x", type, "y", type, "id", ColumnType.LONG));
            Path file = Tables.write(folder, "odd.csv", ODD);
            checkEverySize(file, options);
            Tables.Read read = Tables.read(CsvSource.open(List.of(file), options), 1);
            assertThat(read.bad()).hasSize(type == ColumnType.STRING ? 2 : 3);
            assertThat(read.texts("a \"name\"")).contains("two\nlines, \"quoted\"", "5\" pipe", "\n\n");
        }
    }

    @Test
    void doNotShowInATableThatEndsInAnOpenQuote() throws IOException {
        Path file = Tables.write(folder, "open.csv", ODD + ",\n11,1,\"never\nclosed,2\n12,2,x,1\n");
        checkEverySize(file, CsvOptions.DEFAULT.withTypes(Map.of("x", ColumnType.DOUBLE)));
    }

    @Test
    void doNotShowInGzipAndAmongBlanks() throws IOException {
        checkEverySize(
                Tables.write(folder, "odd.csv.gz", Tables.gzip(ODD)),
                CsvOptions.DEFAULT.withTypes(Map.of("y", ColumnType.DOUBLE)));
        checkEverySize(
                Tables.write(folder, "blanks.txt", "a  b c\n 1.5 \"x \n y\" 2\n2.5\tz  -3\n\n 3 4 5 6\n7 8 9"),
                CsvOptions.DEFAULT);
    }

    @Test
    @Tag("shared")
    void doNotShowInOddFilesOfTheWild() throws IOException {
        List<Path> files;
        try (var all = Files.list(Tables.shared("csv_odd/csv-spectrum"))) {
            files = all.filter(f -> f.toString().endsWith(".csv")).sorted().collect(Collectors.toList());
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        for (Path file : files) {
            CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
            Map<String, ColumnType> strings = new TreeMap<>();
            source.schema().forEach(c -> strings.put(c.name(), ColumnType.STRING));
            checkEverySize(file, CsvOptions.DEFAULT);
            checkEverySize(file, CsvOptions.DEFAULT.withTypes(strings));
        }
    }
}

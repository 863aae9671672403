package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    @TempDir
    Path folder;

    private CsvSource open(String text, CsvOptions options) {
        return CsvSource.open(List.of(Tables.write(folder, "a.csv", text)), options);
    }

    private Tables.Read read(String text) {
        return Tables.read(open(text, CsvOptions.DEFAULT), 2);
    }

    @Test
    void tellsTypesFromValues() {
        CsvSource source =
                open("run,pt,ok,tag,gap,maybe,none\n1,2.5,true,a,1,TRUE,\n2,3,FALSE,7,,,\n", CsvOptions.DEFAULT);
        assertThat(source.schema())
                .containsExactly(
                        ColumnInfo.of("run", ColumnType.LONG),
                        ColumnInfo.of("pt", ColumnType.DOUBLE),
                        ColumnInfo.of("ok", ColumnType.BOOLEAN),
                        ColumnInfo.of("tag", ColumnType.STRING),
                        ColumnInfo.of("gap", ColumnType.DOUBLE),
                        ColumnInfo.of("maybe", ColumnType.DOUBLE),
                        ColumnInfo.of("none", ColumnType.DOUBLE));
        Tables.Read read = Tables.read(source, 1);
        assertThat(read.bad()).isEmpty();
        assertThat(read.numbers("ok")).containsExactly(1.0, 0.0);
        assertThat(read.numbers("gap")).containsExactly(1.0, Double.NaN);
        assertThat(read.numbers("maybe")).containsExactly(1.0, Double.NaN);
        assertThat(read.texts("tag")).containsExactly("a", "7");
        assertThat(source.firstText("tag"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("'a' (line 2 of "));
        assertThat(source.firstText("pt")).isEmpty();
    }

    @Test
    void readsMissingAndInfiniteNumbersAndExponents() {
        Tables.Read read = read("x,y\n1e-3,1\nnan,2\nNaN,3\n,4\ninf,5\n-inf,6\nNA,7\n-2.5E+2,8\n  7.5 ,9\n");
        assertThat(read.bad()).isEmpty();
        assertThat(read.numbers("x"))
                .containsExactly(
                        1e-3,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN,
                        -250.0,
                        7.5);
    }

    @Test
    void keepsEveryBitOfLongIds() {
        Tables.Read read = read("event\n9223372036854775807\n-9223372036854775808\n123456789012345678\n");
        assertThat(((Column.Longs) read.blocks().get(0).columns().get(0)).values())
                .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE, 123456789012345678L);
    }

    @Test
    void widensWholeNumbersBeyondLongToDouble() {
        assertThat(open("event\n9223372036854775808\n", CsvOptions.DEFAULT)
                        .schema()
                        .get(0)
                        .type())
                .isEqualTo(ColumnType.DOUBLE);
    }

    @Test
    void setsTypesAsAsked() {
        CsvSource source = open(
                "zip,n,f\n08123,3,16777217\n10000,4,0.1\n",
                CsvOptions.DEFAULT.withTypes(
                        Map.of("zip", ColumnType.STRING, "n", ColumnType.INT, "f", ColumnType.FLOAT)));
        Tables.Read read = Tables.read(source, 1);
        assertThat(read.texts("zip")).containsExactly("08123", "10000");
        assertThat(read.blocks().get(0).columns().get(1)).isInstanceOf(Column.Ints.class);
        assertThat(((Column.Floats) read.blocks().get(0).columns().get(2)).values())
                .containsExactly(1.6777216E7f, 0.1f);
    }

    @Test
    void roundsFloatsOnce() {
        // Just above half way between two floats, and as a double exactly half way.
        String text = "1.00000005960464477540";
        CsvSource source = open("f\n" + text + "\n", CsvOptions.DEFAULT.withTypes(Map.of("f", ColumnType.FLOAT)));
        assertThat(((Column.Floats)
                                Tables.read(source, 1).blocks().get(0).columns().get(0))
                        .values())
                .containsExactly(Float.parseFloat(text));
    }

    @Test
    void refusesATypeForAColumnThatIsNotThere() {
        assertThatThrownBy(() -> open("run,pt\n1,2\n", CsvOptions.DEFAULT.withTypes(Map.of("ptt", ColumnType.LONG))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'ptt'")
                .satisfies(e -> assertThat(((UserError) e).help()).startsWith("there is 'pt'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", " ", "|"})
    void readsAnySeparator(String separator) {
        String text = "a,b,c\n1,2.5,x\n3,4.5,y\n".replace(",", separator);
        CsvOptions options = separator.equals("|") ? CsvOptions.DEFAULT.withSeparator("|") : CsvOptions.DEFAULT;
        Tables.Read read = Tables.read(open(text, options), 1);
        assertThat(read.columns()).containsExactly("a", "b", "c");
        assertThat(read.numbers("b")).containsExactly(2.5, 4.5);
        assertThat(read.texts("c")).containsExactly("x", "y");
    }

    @Test
    void tellsSemicolonsFromDecimalCommas() {
        assertThat(read("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n").columns()).containsExactly("a", "b", "c");
    }

    @Test
    void readsColumnsThatAreAlignedByBlanks() {
        Tables.Read read = read("  pt   eta\tphi\n 22.5  -1.1   0.3\n  7.25  2.0\t-3.1  \n");
        assertThat(read.columns()).containsExactly("pt", "eta", "phi");
        assertThat(read.numbers("phi")).containsExactly(0.3, -3.1);
        assertThat(read.bad()).isEmpty();
    }

    @Test
    void readsQuotedTextAmongBlanks() {
        Tables.Read read = Tables.read(
                open("name x\n\"a b\" 1\n\"c \"\"d\"\" \n e\" 2\n\"f\"g 3\n", CsvOptions.DEFAULT.withSeparator(" ")),
                1);
        assertThat(read.texts("name")).containsExactly("a b", "c \"d\" \n e");
        assertThat(read.bad())
                .singleElement()
                .asString()
                .startsWith("a.csv:5: field 1 has text behind its closing quote");
    }

    @Test
    void namesColumnsOfAFileWithoutHeader() {
        assertThat(Tables.read(open("1,2\n3,4\n", CsvOptions.DEFAULT.withoutHeader()), 1)
                        .numbers("c2"))
                .containsExactly(2.0, 4.0);
        CsvOptions named = CsvOptions.DEFAULT.withoutHeader().withColumns(List.of("x", "y"));
        assertThat(Tables.read(open("1,2\n3,4\n", named), 1).numbers("x")).containsExactly(1.0, 3.0);
    }

    @Test
    void refusesNamesThatAreNotAsManyAsFields() {
        CsvOptions three = CsvOptions.DEFAULT.withoutHeader().withColumns(List.of("x", "y", "z"));
        assertThatThrownBy(() -> open("# c\n1,2\n", three))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("names 3 columns, but line 2 of")
                .hasMessageEndingWith("has 2 fields");
    }

    @Test
    void replacesTheNamesOfAHeader() {
        CsvOptions options = CsvOptions.DEFAULT.withColumns(List.of("p", "q"));
        assertThat(Tables.read(open("x,x\n1,2\n", options), 1).numbers("q")).containsExactly(2.0);
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        assertThatThrownBy(() -> read("x,y,\"x\"\n1,2,3\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.csv:1: the header names column 'x' twice (fields 1 and 3)");
    }

    @Test
    void namesAnEmptyHeaderFieldByItsPosition() {
        assertThat(read("\"\",x\n1,2\n").columns()).containsExactly("c1", "x");
    }

    @Test
    void refusesAHeaderOfNumbersAndSaysHowToReadIt() {
        assertThatThrownBy(() -> read("1.0,2.0\n3.0,4.0\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found the number 1.0 in field 1")
                .satisfies(e -> assertThat(((UserError) e).help()).contains("header=no"));
    }

    @Test
    void skipsFirstLinesCommentsAndBlankLines() {
        Tables.Read read = Tables.read(
                open(
                        "506,\"13,,\n# names\n\na,b\n#x\n1,2\n   \n3,4\n\r\n  # y \"\nz,6\n",
                        CsvOptions.DEFAULT.withSkipLines(1).withTypes(Map.of("a", ColumnType.LONG))),
                1);
        assertThat(read.numbers("b")).containsExactly(2.0, 4.0);
        assertThat(read.bad())
                .singleElement()
                .asString()
                .startsWith("a.csv:11: column 'a': found 'z', expected a whole number");
    }

    @Test
    void keepsCommentCharactersWhenCommentsAreOff() {
        Tables.Read read = Tables.read(open("a\n#1\n#2\n", CsvOptions.DEFAULT.withComment("")), 1);
        assertThat(read.texts("a")).containsExactly("#1", "#2");
    }

    @Test
    void readsByteOrderMarkAndCrlf() {
        Tables.Read read = read("\uFEFFa,b\r\n1,x\r\n2,\"y\"\r\n3,");
        assertThat(read.columns()).containsExactly("a", "b");
        assertThat(read.texts("b")).containsExactly("x", "y", "");
    }

    @Test
    void namesBadRowsByLineColumnFoundAndExpected() {
        Tables.Read read = Tables.read(
                open(
                        "id,x\n1,\"two\nlines\"\n2\nq,\"\n\"\n4,d,e\n5,\"f\"g\n6.5,h\n,i\n7,j",
                        CsvOptions.DEFAULT.withTypes(Map.of("id", ColumnType.LONG))),
                3);
        assertThat(read.bad())
                .containsExactly(
                        "a.csv:4: found 1 field, expected 2",
                        "a.csv:5: column 'id': found 'q', expected a whole number (types= says so)",
                        "a.csv:7: found 3 fields, expected 2",
                        "a.csv:8: field 2 has text behind its closing quote, expected a separator (a quote inside quotes is written twice)",
                        "a.csv:9: column 'id': found '6.5', expected a whole number (types= says so)",
                        "a.csv:10: column 'id': found nothing, expected a whole number (types= says so)");
        assertThat(read.texts("x")).containsExactly("two\nlines", "j");
    }

    @Test
    void namesBadRowsBehindTheSample() {
        StringBuilder text = new StringBuilder("n,x\n");
        for (int i = 0; i < 1500; i++) {
            text.append(i).append(i == 1200 ? ".5" : "").append(",1.5\n");
        }
        assertThat(read(text.toString()).bad())
                .containsExactly(
                        "a.csv:1202: column 'n': found '1200.5', expected a whole number (as in the first rows; types=[n=double] reads it otherwise)");
    }

    @Test
    void seesTypesInTheMiddleOfAFile() {
        StringBuilder text = new StringBuilder("whole,late,x\n");
        for (int i = 0; i < 300_000; i++) {
            text.append(i).append(',').append(i).append(i > 100_000 ? ".5" : "").append(",1.5\n");
        }
        CsvSource source = open(text.toString(), CsvOptions.DEFAULT);
        assertThat(source.schema())
                .extracting(ColumnInfo::type)
                .containsExactly(ColumnType.LONG, ColumnType.DOUBLE, ColumnType.DOUBLE);
    }

    @Test
    void namesBadRowsInTheThirdFileAndInGzip() {
        Path a = Tables.write(folder, "a.csv", "x,y\n1,2\n");
        Path b = Tables.write(folder, "b.csv", Tables.gzip("y,x\n4,3\n5\n"));
        Path c = Tables.write(folder, "c.csv", "# c\nx,z,y\n5,0,6\n7,0,8\noops,0,10\n");
        CsvSource source =
                CsvSource.open(List.of(a, b, c), CsvOptions.DEFAULT.withTypes(Map.of("x", ColumnType.DOUBLE)));
        Tables.Read read = Tables.read(source, 2);
        assertThat(read.numbers("x")).containsExactly(1.0, 3.0, 5.0, 7.0);
        assertThat(read.numbers("y")).containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(read.bad())
                .containsExactly(
                        "b.csv:3: found 1 field, expected 2",
                        "c.csv:5: column 'x': found 'oops', expected a number (types= says so)");
    }

    @Test
    void refusesAFileThatLacksAColumn() {
        Path a = Tables.write(folder, "a.csv", "x,y\n1,2\n");
        Path b = Tables.write(folder, "b.csv", "x,yy\n1,2\n");
        assertThatThrownBy(() -> CsvSource.open(List.of(a, b), CsvOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessage(b + " has no column 'y', which " + a + " has");
    }

    @Test
    void looksOnlyAtColumnsThatAreAskedFor() {
        CsvSource source = open("x,y\n1,bad\n2,3\n", CsvOptions.DEFAULT.withTypes(Map.of("y", ColumnType.LONG)));
        assertThat(Tables.read(source, List.of("x"), 1).bad()).isEmpty();
        assertThat(Tables.read(source, List.of("y", "x"), 1).bad()).hasSize(1);
        assertThat(Tables.read(source, List.of(), 1).rows()).isEqualTo(2);
    }

    @Test
    void readsAHeaderWithoutRows() {
        CsvSource source = open("x,y", CsvOptions.DEFAULT);
        assertThat(source.schema()).hasSize(2);
        assertThat(Tables.read(source, 2).blocks()).isEmpty();
        assertThat(Tables.read(source, 2).error()).isEmpty();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UserError.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> open("", CsvOptions.DEFAULT.withoutHeader()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is empty");
        CsvOptions named = CsvOptions.DEFAULT.withoutHeader().withColumns(List.of("x"));
        assertThat(Tables.read(open("", named), 1).rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root\0\0\0\1", "PK\u0003\u0004xx", "PAR1", "a\0b\n", "x\r1\r2\r"})
    void refusesWhatIsNoTable(String text) {
        Path file = Tables.write(folder, "a.csv", text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvSource.open(List.of(file), CsvOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> CsvSource.open(List.of(folder.resolve("no.csv")), CsvOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no.csv");
        assertThatThrownBy(() -> CsvSource.open(List.of(folder), CsvOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void tellsWhereAQuoteNeverCloses() {
        Tables.Read read = read("a,b\n1,\"x\ny\"\n2,\"open\n3,z\n");
        assertThat(read.error()).contains("a quote opens in the row that begins in line 4 and never closes");
    }

    @Test
    void readsConcatenatedGzip() {
        byte[] first = Tables.gzip("a,b\n1,2\n3,");
        byte[] second = Tables.gzip("4\n5,6\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length + 3);
        System.arraycopy(second, 0, both, first.length, second.length);
        Path file = Tables.write(folder, "any.name", both);
        Tables.Read read = Tables.read(CsvSource.open(List.of(file), CsvOptions.DEFAULT), 2);
        assertThat(read.numbers("b")).containsExactly(2.0, 4.0, 6.0);
        assertThat(read.bytes()).isEqualTo(both.length);
    }

    @Test
    void tellsThatGzipIsTornBehindTheRowsBeforeIt() {
        String text = table(60_000);
        byte[] whole = Tables.gzip(text);
        Path file = Tables.write(folder, "torn.csv.gz", Arrays.copyOf(whole, whole.length - 1000));
        for (int threads : new int[] {1, 3}) {
            Tables.Read read = Tables.read(CsvSource.open(List.of(file), CsvOptions.DEFAULT), threads);
            assertThat(read.error())
                    .contains("torn.csv.gz: reading ended behind line ")
                    .contains("ends early");
            assertThat(read.blocks()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void tellsThatGzipIsDamagedOrFollowedBySomethingElse() {
        byte[] whole = Tables.gzip("a\n1\n");
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1;
        byte[] followed = Arrays.copyOf(whole, whole.length + 2);
        followed[whole.length] = 'x';
        for (byte[] bytes : List.of(flipped, followed)) {
            Path file = Tables.write(folder, "a.gz", bytes);
            assertThat(Tables.read(CsvSource.open(List.of(file), CsvOptions.DEFAULT), 1)
                            .error())
                    .contains("a.gz: reading ended behind line ");
        }
    }

    /** A table of several chunks, with bad rows, quotes and line ends within them. */
    private static String table(int rows) {
        RandomStream random = new RandomStream(7);
        StringBuilder text = new StringBuilder("id,x,tag,y\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(random.nextGaussian()).append(',');
            text.append(i % 1000 == 999 ? "\"a,\n\"\"b\"\"\n\"" : "t" + i % 7).append(',');
            text.append(i % 2777 == 2776 ? "bad" : Double.toString(random.nextDouble()))
                    .append(i % 5 == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    @Test
    void givesTheSameBlocksForAnyNumberOfThreads() {
        String text = table(60_000);
        Path plain = Tables.write(folder, "a.csv", text);
        Path gz = Tables.write(folder, "b.csv", Tables.gzip(text));
        CsvSource source =
                CsvSource.open(List.of(plain, gz, plain), CsvOptions.DEFAULT.withTypes(Map.of("y", ColumnType.DOUBLE)));
        Tables.Read one = Tables.read(source, 1);
        assertThat(one.bad()).hasSize(3 * (60_000 / 2777));
        assertThat(one.rows()).isEqualTo(180_000 - one.bad().size());
        int last = one.rows() / 3 % CsvSource.BLOCK_SIZE;
        assertThat(one.blocks().stream().filter(b -> b.size() != CsvSource.BLOCK_SIZE))
                .as("each file ends a block")
                .hasSize(3)
                .allMatch(b -> b.size() == last);
        assertThat(one.texts("tag")).contains("a,\n\"b\"\n");
        for (int threads : new int[] {2, 3, 8}) {
            Tables.Read many = Tables.read(source, threads);
            assertThat(many.bad()).isEqualTo(one.bad());
            assertThat(many.bytes()).isEqualTo(one.bytes());
            assertThat(many.blocks().size()).isEqualTo(one.blocks().size());
            for (String column : one.columns()) {
                assertThat(many.texts(column)).isEqualTo(one.texts(column));
            }
        }
    }

    @Test
    void countsPhysicalLinesOverChunks() {
        String text = table(60_000);
        Path file = Tables.write(folder, "a.csv", text);
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT.withTypes(Map.of("y", ColumnType.DOUBLE)));
        String[] lines = text.split("\n", -1);
        for (String bad : Tables.read(source, 2).bad()) {
            int line = Integer.parseInt(bad.split(":", -1)[1]);
            assertThat(lines[line - 1].strip()).endsWith(",bad");
        }
    }
}

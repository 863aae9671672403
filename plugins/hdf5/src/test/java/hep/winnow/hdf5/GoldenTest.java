package hep.winnow.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that h5py and pandas wrote: see {@code make_golden.py}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** Returns the columns of each table, by file and table with a tab between. */
    private static Map<String, Map<String, List<String>>> golden() throws IOException {
        Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("golden.tsv"), StandardCharsets.UTF_8)) {
            List<String> words = Arrays.asList(line.split("\t", -1));
            tables.computeIfAbsent(words.get(0) + "\t" + words.get(1), f -> new LinkedHashMap<>())
                    .put(words.get(2), words.subList(3, words.size()));
        }
        return tables;
    }

    static List<String> tables() throws IOException {
        return List.copyOf(golden().keySet());
    }

    private static EventSource open(String file, String table) {
        return Hdf5Source.open(FOLDER.resolve(file), Optional.of(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsWhatOthersWrote(String fileAndTable) throws IOException {
        Map<String, List<String>> expected = golden().getOrDefault(fileAndTable, Map.of());
        String[] words = fileAndTable.split("\t", 2);
        EventSource source = open(words[0], words[1]);

        assertThat(source.schema()).extracting(ColumnInfo::name).hasSameElementsAs(expected.keySet());
        expected.forEach((column, values) -> assertThat(Tables.words(source, column))
                .as(column)
                .isEqualTo(values.stream().map(GoldenTest::asJava).toList()));
    }

    /** Returns a number of Python as Java spells it. */
    private static String asJava(String word) {
        boolean isReal = word.matches("-?[0-9.]+(e[-+]?[0-9]+)?") && (word.contains(".") || word.contains("e"));
        return isReal ? Double.toString(Double.parseDouble(word)) : word;
    }

    @ParameterizedTest
    @CsvSource({
        "columns.h5, '/,z'",
        "chunked.h5, 'events/all,late'",
        "array.h5, '/,plain'",
        "records.h5, events",
        "fixed.h5, df",
        "table.h5, 'df,more/zipped'"
    })
    void findsTheTables(String file, String tables) {
        assertThat(TableFinder.names(FOLDER.resolve(file))).containsExactlyInAnyOrder(tables.split(","));
    }

    @Test
    void keepsTheColumnsOfAFrameInTheirOrder() {
        assertThat(open("fixed.h5", "df").schema())
                .extracting(ColumnInfo::name)
                .containsExactly("index", "mass", "n", "pt", "ok", "e");
        assertThat(open("table.h5", "df").schema())
                .extracting(ColumnInfo::name)
                .containsExactly("index", "mass", "n", "pt", "ok", "e");
    }

    @Test
    void keepsTheOrderOfAGroupThatKeepsIt() {
        assertThat(open("jagged.h5", "/").schema())
                .containsExactly(
                        ColumnInfo.of("z", ColumnType.LONG),
                        ColumnInfo.lists("pt", ColumnType.FLOAT),
                        ColumnInfo.lists("tag", ColumnType.STRING),
                        ColumnInfo.lists("ok", ColumnType.BOOLEAN),
                        new ColumnInfo("a", ColumnType.DOUBLE, "GeV"));
        assertThat(open("jagged.h5", "/").unreadable())
                .containsExactly(new UnreadableColumn(
                        "short", "FixedPoint of 8 bytes", "it has 1 lists, but the table has 4 rows"));
    }

    @Test
    void tellsWhatIsNoColumn() {
        assertThat(open("columns.h5", "/").unreadable())
                .containsExactly(
                        new UnreadableColumn(
                                "edges", "FloatingPoint of 8 bytes", "it has 2 rows, but the table has 4 rows"),
                        new UnreadableColumn(
                                "lumi", "FloatingPoint of 8 bytes", "it is one value, but the table has 4 rows"));
    }

    @Test
    void asksForTheTableWhereThereAreSeveral() {
        assertThatThrownBy(() -> Hdf5Source.open(FOLDER.resolve("table.h5"), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("table.h5 holds 2 tables");
        assertThatThrownBy(() -> open("table.h5", "dg"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no table \"dg\"");
        assertThat(open("table.h5", "/df/").schema()).isNotEmpty();
    }

    @Test
    void readsPickledNames() {
        assertThat(PandasFrame.pickled("(lp0\nVmass\np1\naVpt \\u0394\np2\naI5\na."))
                .containsExactly("mass", "pt Δ", "5");
    }
}

package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they are met in the wild. */
@Tag("shared")
class SharedTablesTest {
    private static CsvSource open(String name, CsvOptions options) {
        return CsvSource.open(List.of(Tables.shared(name)), options);
    }

    /** Other than in the file beside it, line ends in the copy at hand are LF, and the phone number is another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void meansWhatItsJsonSays(String name) throws IOException {
        Path folder = Tables.shared("csv_odd/csv-spectrum");
        Map<String, StringBuilder> expected = json(folder.resolve(name + ".json"));
        Map<String, ColumnType> strings = new TreeMap<>();
        expected.keySet().forEach(c -> strings.put(c, ColumnType.STRING));
        CsvSource source =
                CsvSource.open(List.of(folder.resolve(name + ".csv")), CsvOptions.DEFAULT.withTypes(strings));
        Tables.Read read = Tables.read(source, 2);
        assertThat(read.bad()).isEmpty();
        assertThat(read.error()).isEmpty();
        assertThat(read.columns()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((column, values) -> {
            if (!column.equals("Contact Phone Number")) {
                String found = String.join("|", read.texts(column)) + "|";
                assertThat(found.replace("\r\n", "\n"))
                        .isEqualTo(values.toString().replace("\r\n", "\n"));
            }
        });
    }

    /** Returns the values of each column, each followed by a bar; the files are arrays of objects, or one object. */
    private static Map<String, StringBuilder> json(Path file) throws IOException {
        Map<String, StringBuilder> columns = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(Files.readString(file))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    columns.computeIfAbsent(parser.currentName(), n -> new StringBuilder())
                            .append(parser.getText())
                            .append('|');
                }
            }
        }
        return columns;
    }

    @Test
    void readsHiggsWithoutHeader() {
        CsvSource source = open("higgs/HIGGS_10k.csv.gz", CsvOptions.DEFAULT.withoutHeader());
        Tables.Read read = Tables.read(source, 2);
        assertThat(read.rows()).isEqualTo(10_000);
        assertThat(read.columns()).hasSize(29);
        assertThat(read.bad()).isEmpty();
        assertThat(read.numbers("c2").get(0)).isEqualTo(8.692932128906250000e-01);
        CsvSource extra = open("higgs/higgs_shared_extra.csv.gz", CsvOptions.DEFAULT.withoutHeader());
        assertThat(Tables.read(extra, 2).bad()).isEmpty();
        assertThat(Tables.read(extra, List.of(), 2).rows()).isEqualTo(51_653);
        assertThat(Tables.read(open("higgs/lgbm_binary.train", CsvOptions.DEFAULT.withoutHeader()), 2)
                        .bad())
                .isEmpty();
    }

    @Test
    void readsAtlasWithItsWeights() {
        double signal = sum(open("atlas_higgsml/train_sml_sig.csv", CsvOptions.DEFAULT), "Weight");
        double background = sum(open("atlas_higgsml/train_sml_bg.csv", CsvOptions.DEFAULT), "Weight");
        assertThat(signal).isCloseTo(12.844, org.assertj.core.data.Offset.offset(5e-4));
        assertThat(background).isCloseTo(3831.14, org.assertj.core.data.Offset.offset(5e-3));
    }

    private static double sum(CsvSource source, String column) {
        Tables.Read read = Tables.read(source, 2);
        assertThat(read.bad()).isEmpty();
        return read.numbers(column).stream().mapToDouble(x -> x).sum();
    }

    @Test
    void readsBostonInThreeSpellings() {
        for (String name : List.of("mass_Boston", "sklearn_boston_house_prices", "stdlib_boston")) {
            CsvOptions options = name.startsWith("sklearn") ? CsvOptions.DEFAULT.withSkipLines(1) : CsvOptions.DEFAULT;
            CsvSource source = open("boston/" + name + ".csv", options);
            assertThat(source.schema()).hasSize(14).extracting(ColumnInfo::type).doesNotContain(ColumnType.STRING);
            assertThat(Tables.read(source, 2).rows()).isEqualTo(506);
        }
    }

    @Test
    void readsCmsMuons() {
        CsvSource source = open("lhc_csv/Zmumu_Run2011A.csv", CsvOptions.DEFAULT);
        Tables.Read read = Tables.read(source, 2);
        assertThat(read.rows()).isEqualTo(10_583);
        assertThat(source.schema()).contains(ColumnInfo.of("Event", ColumnType.LONG));
        assertThat(Tables.read(open("lhc_csv/Zee_Run2011A.csv", CsvOptions.DEFAULT), 2)
                        .rows())
                .isEqualTo(18_885);
    }
}

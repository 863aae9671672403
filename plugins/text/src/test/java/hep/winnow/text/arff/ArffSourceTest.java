package hep.winnow.text.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffSourceTest {
    private static final Path FOLDER = Path.of("src/test/resources/arff");

    @TempDir
    private Path folder;

    private static EventSource open(String file) {
        return ArffSource.open(FOLDER.resolve(file));
    }

    private EventSource of(String header, String rows) throws IOException {
        return ArffSource.open(Files.writeString(folder.resolve("a.arff"), header + "\n@data\n" + rows));
    }

    @Test
    void readsEachKindOfColumnQuoteAndComment() {
        EventSource source = open("weather.arff");

        assertThat(source.schema())
                .containsExactly(
                        ColumnInfo.of("outlook", ColumnType.STRING),
                        ColumnInfo.of("temperature", ColumnType.DOUBLE),
                        ColumnInfo.of("wind speed", ColumnType.DOUBLE),
                        ColumnInfo.of("note", ColumnType.STRING),
                        ColumnInfo.of("at", ColumnType.DOUBLE),
                        ColumnInfo.of("day", ColumnType.DOUBLE),
                        ColumnInfo.of("play", ColumnType.STRING));
        assertThat(Tables.words(source, "outlook")).containsExactly("sunny", "overcast", "light rain", "");
        assertThat(Tables.words(source, "temperature")).containsExactly("21.5", "NaN", "-0.5", "1.0");
        assertThat(Tables.words(source, "wind speed")).containsExactly("10.0", "-3.0", "NaN", "2.0");
        assertThat(Tables.words(source, "note")).containsExactly("it's", "a, b \"c\" % d", "", "?");
        assertThat(Tables.words(source, "at")).containsExactly("1.3414032E12", "NaN", "0.0", "NaN");
        assertThat(Tables.words(source, "day")).containsExactly("1.341360001E12", "NaN", "-1000.0", "NaN");
        assertThat(Tables.words(source, "play")).containsExactly("no", "yes", "yes", "");
    }

    @Test
    void fillsSparseRowsWithZerosAndFirstWords() {
        EventSource source = open("sparse.arff");

        assertThat(Tables.words(source, "x")).containsExactly("1.5", "0.0", "0.0", "0.0");
        assertThat(Tables.words(source, "kind")).containsExactly("none", "none", "some", "some");
        assertThat(Tables.words(source, "s")).containsExactly("", "", "a text", "b");
        assertThat(Tables.words(source, "y")).containsExactly("7.0", "0.0", "NaN", "4.0");
        assertThat(Tables.words(source, "instance_weight")).containsExactly("2.0", "1.0", "0.5", "-1.0");
    }

    @Test
    void namesTablesInCells() {
        EventSource source = open("bags.arff");

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactly("id", "class");
        assertThat(source.unreadable())
                .containsExactly(new UnreadableColumn("bag", "relational", "tables in a cell are not read"));
        assertThat(Tables.words(source, "class")).containsExactly("0", "1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1              | the row has 1 values, expected 2
            1,a,2          | the row has more than 2 values
            x,a            | 'x' is no number
            1,c            | 'c' is no value of 'k', which has a, b
            1,             | the row ends in a comma
            1,,a           | one that is missing is written ?
            {2 1}          | '2' is no number of an attribute: there are 0 to 1
            {0 1, 0 2}     | two values of attribute 0
            {0 1           | found the end of the line
            1,a,{2}        | the first row has none
            'a             | the quote before 'a' does not end
            """)
    void saysWhatIsWrongWithARow(String row, String reason) throws IOException {
        EventSource source = of("@relation r\n@attribute x numeric\n@attribute k {a, b}", "1,a\n" + row + "\n");

        assertThatThrownBy(() -> Tables.words(source, "x"))
                .hasMessageContaining("a.arff:6: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @attribute x numeric                           | there is no @relation
            @relation r                                    | there is no @attribute
            @relation r;@attribute x money                 | 'x' is of type 'money'
            @relation r;@attribute x real;@attribute x real| there are two attributes 'x'
            @relation r;@attribute x {}                    | has no values
            @relation r;@attribute x date qqq              | is no pattern of a date
            @relation r;@attribute x relational            | does not end
            @relation r;hello                              | 'hello' is no line of a header
            """)
    void saysWhatIsWrongWithAHeader(String header, String reason) {
        assertThatThrownBy(() -> of(header.strip().replace(";", "\n"), ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.arff:")
                .hasMessageContaining(reason);
    }

    @Test
    void isToldFromTheBytes() {
        assertThat(List.of("% c\n\n @RELATION r", "@relation r", "\uFEFF@Relation r", "%".repeat(8192)))
                .allSatisfy(text -> assertThat(recognises(text)).isTrue());
        assertThat(List.of("", "% c\n", "a,b\n1,2", "% c\nx,y\n"))
                .allSatisfy(text -> assertThat(recognises(text)).isFalse());
    }

    private static boolean recognises(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ArffFormat().recognises(new FirstBytes(FOLDER, bytes));
    }
}

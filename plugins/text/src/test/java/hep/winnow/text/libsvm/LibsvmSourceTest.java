package hep.winnow.text.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
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

class LibsvmSourceTest {
    private static final Path QUERIES = Path.of("src/test/resources/libsvm/queries.txt");

    @TempDir
    private Path folder;

    private EventSource of(String text) throws IOException {
        return LibsvmFiles.open(Files.writeString(folder.resolve("a.txt"), text));
    }

    @Test
    void readsLabelsQueriesAndComments() {
        EventSource source = LibsvmFiles.open(QUERIES);

        assertThat(source.schema())
                .containsExactly(
                        ColumnInfo.of("label", ColumnType.DOUBLE),
                        ColumnInfo.of("qid", ColumnType.LONG),
                        ColumnInfo.of("x1", ColumnType.DOUBLE),
                        ColumnInfo.of("x2", ColumnType.DOUBLE),
                        ColumnInfo.of("x3", ColumnType.DOUBLE));
        assertThat(Tables.words(source, "label")).containsExactly("3.0", "2.0", "1.5");
        assertThat(Tables.words(source, "qid")).containsExactly("1", "1", "2");
        assertThat(Tables.words(source, "x3")).containsExactly("0.5", "0.0", "Infinity");
    }

    @Test
    void takesLabelsThatAreAllWholeForInts() throws IOException {
        EventSource source = of("+1 1:1\r\n-1\r\n");

        assertThat(source.schema().get(0)).isEqualTo(ColumnInfo.of("label", ColumnType.INT));
        assertThat(Tables.words(source, "label")).containsExactly("1", "-1");
        assertThat(Tables.words(source, "x1")).containsExactly("1.0", "0.0");
    }

    @Test
    void givesFilesOfASampleTheSameColumns() throws IOException {
        Path one = Files.writeString(folder.resolve("1"), "1 3:1\n");
        Path two = Files.writeString(folder.resolve("2"), "0.5 0:1\n");
        Survey survey = Survey.of(List.of(one, two), 4);

        assertThat(new LibsvmSource(one, survey).schema())
                .extracting(ColumnInfo::name)
                .containsExactly("label", "x0", "x1", "x2", "x3", "x4");
        assertThat(Tables.words(new LibsvmSource(one, survey), "label")).containsExactly("1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 2            | expected index:value, found '2'
            1 a:2          | 'a' is no index
            1 2:b          | 'b' is no number
            1 2:1 2:1      | the index 2 stands behind 2; indexes must rise
            1,2 1:1        | several labels
            x 1:1          | 'x' is no number
            1 999999999:1  | beyond 131072
            1 qid:1 1:1    | the line has no qid
            """)
    void saysWhatIsWrongWithALine(String line, String reason) throws IOException {
        EventSource source = of("1 1:1\n" + line + "\n");

        assertThatThrownBy(() -> Tables.words(source, "x1")).hasMessageContaining(reason);
    }

    @Test
    void isToldFromTheBytes() {
        assertThat(List.of("1 1:2\n", "# c\n-1\n+1 3:.5 9:1e-3 # d\n", "1 qid:2 1:1\n", "1,2 4:1", "0 1:nan\n", wide()))
                .allSatisfy(text -> assertThat(recognises(text)).isTrue());
        assertThat(List.of("", "1\n2\n", "a 1:2\n", "1 2\n", "x,y\n1,2\n", "1 1:2\n1 2 3\n", "12:30 1:2\n"))
                .allSatisfy(text -> assertThat(recognises(text)).isFalse());
    }

    /** Returns the first bytes of a line that is longer. */
    private static String wide() {
        StringBuilder line = new StringBuilder("1");
        for (int i = 1; line.length() < FirstBytes.LENGTH; i++) {
            line.append(' ').append(i).append(":0.25");
        }
        return line.substring(0, FirstBytes.LENGTH);
    }

    private static boolean recognises(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new LibsvmFormat().recognises(new FirstBytes(QUERIES, bytes));
    }
}

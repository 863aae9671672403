package hep.winnow.aida.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.aida.AidaPlugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AidaWriterTest {
    private static final AidaWriterFormat FORMAT = new AidaWriterFormat();

    @TempDir
    private Path folder;

    @Test
    void writesATupleOfTheFilesName() throws IOException {
        Path file = folder.resolve("sr.aida");
        EventBlock block = new EventBlock(
                2,
                List.of(
                        new Column.Doubles(new double[] {0.1, Double.NaN}),
                        new Column.Floats(new float[] {0.1f, Float.NEGATIVE_INFINITY}),
                        new Column.Strings(new String[] {"a<b & \"c\"\n", ""})));
        Tables.write(
                FORMAT,
                file,
                List.of(
                        ColumnInfo.of("x", ColumnType.DOUBLE),
                        ColumnInfo.of("f", ColumnType.FLOAT),
                        ColumnInfo.of("tag", ColumnType.STRING)),
                List.of(block));

        Valid.check(file);
        assertThat(Files.readString(file)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE aida SYSTEM "http://aida.freehep.org/schemas/3.3/aida.dtd">
                <aida version="3.3">
                  <implementation package="Winnow" version="0"/>
                  <!-- winnow.seed: 7 -->
                  <tuple name="sr" title="sr" path="/">
                    <columns>
                      <column name="x" type="double"/>
                      <column name="f" type="float"/>
                      <column name="tag" type="string"/>
                    </columns>
                    <rows>
                      <row><entry value="0.1"/><entry value="0.1"/><entry value="a&lt;b &amp; &quot;c&quot;&#10;"/></row>
                      <row><entry value="NaN"/><entry value="-Infinity"/><entry value=""/></row>
                    </rows>
                  </tuple>
                  <!-- winnow.events: 2 -->
                </aida>
                """);
    }

    @Test
    void writesATupleOfNoEventsAndOfNoColumns() throws IOException {
        Path file = folder.resolve("none.aida.gz");
        Tables.write(FORMAT, file, List.of(), List.of());
        Valid.check(file);
        Tables.write(FORMAT, file, List.of(ColumnInfo.of("x", ColumnType.LONG)), List.of());
        Valid.check(file);
    }

    @Test
    void refusesTextsThatXmlCannotHold() {
        for (String text : List.of("a\0b", "\uD835", "\u0007", "\uFFFE")) {
            EventBlock block = new EventBlock(1, List.of(new Column.Strings(new String[] {text})));
            assertThatThrownBy(() -> Tables.write(
                            FORMAT,
                            folder.resolve("t.aida"),
                            List.of(ColumnInfo.of("tag", ColumnType.STRING)),
                            List.of(block)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'tag' has a text with");
        }
    }

    @Test
    void refusesListsAndNamesWithADefaultValue() {
        assertThat(FORMAT.refusal(ColumnInfo.lists("j", ColumnType.FLOAT))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("n == 2", ColumnType.BOOLEAN))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("\u0001", ColumnType.BOOLEAN))).isPresent();
        assertThat(FORMAT.refusal(ColumnInfo.of("a/b é", ColumnType.BOOLEAN))).isEmpty();
        assertThat(new AidaPlugin().writerFormats()).hasSize(1);
    }
}

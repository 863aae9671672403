package hep.winnow.aida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAidaTest {
    private static final Path TUPLES = Path.of("src/test/resources/golden/tuples.aida");

    @TempDir
    private Path folder;

    private static EventSource open(Path file, String table) {
        return AidaTable.find(file, Optional.of(table)).open(file);
    }

    @Test
    void readsEachType() {
        EventSource source = open(TUPLES, "/t/all");

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactly("x", "f", "n", "run", "ok", "tag");
        assertThat(Tables.words(source, "x")).containsExactly("0.5", "NaN", "-Infinity");
        assertThat(Tables.words(source, "f")).containsExactly("0.10000000149011612", "1.0000000150474662E30", "2.0");
        assertThat(Tables.words(source, "n")).containsExactly("-3", "7", "0");
        assertThat(Tables.words(source, "run")).containsExactly("4611686018427387905", "-1", "0");
        assertThat(Tables.words(source, "ok")).containsExactly("true", "false", "true");
        assertThat(Tables.words(source, "tag")).containsExactly("a < b", "", "Δφ");
        assertThat(source.unreadable()).hasSize(1);
    }

    @Test
    void findsTuplesByPathAndName() {
        assertThat(AidaTable.all(TUPLES)).extracting(AidaTable::name).containsExactly("/t/all", "/empty");
        assertThat(Tables.words(open(TUPLES, "empty"), "x")).isEmpty();
        assertThatThrownBy(() -> AidaTable.find(TUPLES, Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds 2 tuples, histograms and sets of points");
        assertThatThrownBy(() -> open(TUPLES, "t"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no tuple, histogram or set of points \"t\"");
    }

    @Test
    void looksThroughGzip() throws IOException {
        Path packed = folder.resolve("t.aida.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(TUPLES, out);
        }
        assertThat(Tables.words(open(packed, "/t/all"), "n")).containsExactly("-3", "7", "0");
    }

    @Test
    void expandsNoEntityAndReadsNoOtherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String text = "<?xml version='1.0'?><!DOCTYPE aida [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                + "<aida><tuple name='t'><columns><column name='s' type='string'/></columns>"
                + "<rows><row><entry value='&e;'/></row></rows></tuple></aida>";
        Path file = Files.writeString(folder.resolve("t.aida"), text);

        assertThatThrownBy(() -> Tables.words(open(file, "/t"), "s"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("t.aida cannot be read as AIDA XML")
                .hasMessageNotContaining("secret");
    }

    @Test
    void tellsOfRowsThatDoNotFit() throws IOException {
        String text = "<aida><tuple name='t'><columns><column name='n' type='int'/></columns>"
                + "<rows><row><entry value='1'/></row>\n<row><entry value='1.5'/></row></rows></tuple></aida>";
        Path file = Files.writeString(folder.resolve("t.aida"), text);

        assertThatThrownBy(() -> Tables.words(open(file, "/t"), "n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("t.aida:2: '1.5' is no value of 'n', which is int");
    }
}

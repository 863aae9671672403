package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import hep.winnow.core.Winnow;
import hep.winnow.core.testing.Bytes;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.TestPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFormatsTest {
    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void writeFiles() throws IOException {
        macros = new Macros(folder)
                .file("a.bytes", "BYTES\1\2\3")
                .file("looks_like.csv", "BYTES\4\5")
                .file("table.bytes", "b,c\n1,2\n")
                .file("deep/er/x.bytes", "BYTES\6")
                .file("deep/.hidden", "no bytes");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.gz")))) {
            out.write("BYTES\7".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void tellsTheFormatFromBytesAndNotFromTheName() {
        assertThat(values("read s from \"looks_like.csv\"")).isEqualTo("4 5");
        assertThat(values("read s from \"table.bytes\"")).isEqualTo("1");
    }

    @Test
    void looksThroughGzip() {
        assertThat(macros.problems("read s = bytes from \"a.gz\"")).isEmpty();
        assertThat(macros.problems("read s from \"a.gz\" times=2")).isEmpty();
    }

    @Test
    void readsSeveralFilesAndGlobs() {
        assertThat(values("read s from [\"a.bytes\", \"l*.csv\"]")).isEqualTo("1 2 3 4 5");
        assertThat(values("param f = \"a.bytes\"\nread s from f")).isEqualTo("1 2 3");
    }

    @Test
    void tellsTheFormatOfAFolderFromItsFirstFile() {
        assertThat(macros.problems("read s from \"deep\" times=2")).isEmpty();
        assertThat(macros.problems("read s from \"deep\" header=no"))
                .containsExactly(
                        "E201 1:20-25 'read bytes' has no option 'header' / its options are role, signal, class,"
                                + " weight, factor, xsec, id, part, times, rows, on_bad, limit, duplicates, certified,"
                                + " run, lumi_section");
    }

    @Test
    void takesTheOptionsOfTheFormatAlone() {
        assertThat(values("read s from \"a.bytes\" times=10")).isEqualTo("10 20 30");
        assertThat(macros.problems("read s from \"table.bytes\" times=10"))
                .singleElement()
                .asString()
                .startsWith("E201 1:27-31 'read csv' has no option 'times'");
    }

    @Test
    void countsRowsAndLeavesBadOnesOutForEachFormat() {
        macros.file("bad.bytes", "BYTES\1\u00e9\2");
        assertThat(values("read s from \"a.bytes\" rows=2")).isEqualTo("1 2");
        assertThat(values("read s from \"bad.bytes\" on_bad=skip")).isEqualTo("1 2");
    }

    @Test
    void readsAsTheStatementSaysWhateverTheBytesAre() {
        macros.file("word.bytes", "BYTES\n1\n");
        assertThat(macros.problems("read s = csv from \"word.bytes\"")).isEmpty();
        assertThat(macros.problems("read s = bytes from \"table.bytes\"")).isEmpty();
        assertThat(macros.problems("read s = byts from \"a.bytes\""))
                .containsExactly("E218 1:10-13 'read' knows no 'byts' / did you mean 'bytes'?");
    }

    @Test
    void saysOfAMissingFileThatItIsMissingAndNothingElse() {
        assertThat(macros.places("read s from \"none.bytes\" times=2")).containsExactly("E400 1:13-24");
    }

    @Test
    void asksForTheFormatWhereTwoClaimTheFile() {
        Plugin rival = new Plugin() {
            @Override
            public String id() {
                return "rival";
            }

            @Override
            public List<EventFormat> formats() {
                return List.of(new RivalFormat());
            }
        };
        Winnow winnow = new Winnow(List.of(new TestPlugin(), rival));
        Winnow.Checked checked = winnow.check("m.wn", "read s from \"a.bytes\"\nhist in s : b\n", folder, Map.of());
        assertThat(checked.diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.message()).endsWith("a.bytes could be of the formats bytes and rival");
            assertThat(d.help()).isEqualTo("write read NAME = bytes | rival from …");
        });
        assertThat(winnow.check("m.wn", "read s = bytes from \"a.bytes\"\nhist in s : b\n", folder, Map.of())
                        .diagnostics())
                .isEmpty();
    }

    private String values(String read) {
        String text = macros.run(read + "\nshow s columns=[b] rows=9").text();
        return text.lines()
                .map(String::strip)
                .filter(l -> l.matches("[0-9.]+ +1"))
                .map(l -> l.substring(0, l.indexOf(" ")))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static final class RivalFormat implements EventFormat {
        @Override
        public Class<? extends ReadStep> step() {
            return Rival.class;
        }

        @Override
        public boolean recognises(FirstBytes file) {
            return file.hasAt(1, "YTES");
        }
    }

    @Verb(value = "read", kind = "rival", doc = "Reads the same files.")
    record Rival(
            @Named(doc = "the sample") String name,
            @Operand(keyword = "from", doc = "files") List<InputFile> from,
            @Inline SampleOptions sample,
            @Inline ReadOptions reading)
            implements ReadStep {
        @Override
        public EventSource open(List<Path> files) {
            return new Bytes(name, from, sample, 1, reading).open(files);
        }
    }
}

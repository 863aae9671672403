package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.testing.Macros;
import hep.winnow.core.text.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are written as they come. */
class SaveEventsTest {
    @TempDir
    Path folder;

    private Macros many(String last) {
        String rows =
                IntStream.range(0, 50_000).mapToObj(i -> i + "," + i / 8.0).collect(Collectors.joining("\n"));
        return new Macros(folder).file("a.csv", "n,x\n" + rows + "\n" + last + "\n");
    }

    @Test
    void writesAllBlocksInOrderOnAnyNumberOfThreads() throws IOException {
        Macros macros = many("50000,6250.0");
        String macro = "read a from \"a.csv\"\nregion r on a { cut \"odd\" : n % 2 == 1 }\n"
                + "save a to \"all.csv\"\nsave r to \"r.csv.gz\" columns=[x, n]";
        String expected = Files.readString(folder.resolve("a.csv"));
        for (int threads : new int[] {1, 3}) {
            Macros.Run run = macros.run(macro, threads);
            assertThat(run.file("all.csv")).isEqualTo(expected);
            String odd = new String(
                    new GZIPInputStream(new ByteArrayInputStream(run.bytes("r.csv.gz"))).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(odd.lines()).hasSize(25_001).startsWith("x,n", "0.125,1", "0.375,3");
            assertThat(run.facts("save").get(0).get("events")).isEqualTo(50_001L);
            assertThat(run.text()).contains("saved 25000 events of r to r.csv.gz");
        }
    }

    @Test
    void leavesTheOldFileWhereTheRunFails() throws IOException {
        Macros macros = many("x,1");
        String macro = "read a from \"a.csv\" types=[n=long]\nsave a to \"all.csv\"";
        Path out = folder.resolve("out1");
        Files.createDirectories(out);
        Files.writeString(out.resolve("all.csv"), "old");
        assertThatThrownBy(() -> macros.run(macro, 2)).hasMessageContaining("a.csv");
        assertThat(Files.readString(out.resolve("all.csv"))).isEqualTo("old");
        assertThat(names(out)).containsExactly("all.csv");
    }

    @Test
    void writesNumbersOfSeveralTypesAsDoubles() {
        Macros macros = new Macros(folder).lines("a.csv", "n,m", "1,2").lines("b.csv", "n,m", "1.5,3");
        Macros.Run run = macros.run("read a from \"a.csv\"\nread b from \"b.csv\"\n"
                + "save all to \"all.csv\"\nsave a to \"one.csv\"\nmissing [m] sentinel=3");
        assertThat(run.file("all.csv")).isEqualTo("n,m\n1.0,2.0\n1.5,nan\n");
        assertThat(run.file("one.csv")).isEqualTo("n,m\n1,2.0\n");
    }

    @Test
    void writesAHeaderWhereThereAreNoEvents() {
        Macros macros = new Macros(folder).lines("a.csv", "n,m", "1,2");
        Macros.Run run =
                macros.run("read a from \"a.csv\"\nregion r on a { cut \"none\" : n > 1 }\nsave r to \"r.csv\"");
        assertThat(run.file("r.csv")).isEqualTo("n,m\n");
    }

    @Test
    void tellsWhereEventsComeFromInAFileBeside() {
        Macros macros = new Macros(folder).lines("a.csv", "n,k", "1,2", "5,3", "7,4");
        Macros.Run run = macros.run("set seed=11\nread a from \"a.csv\"\ndefine s = n + k\n"
                + "region r on a {\n cut \"sum\" : s > 5\n cut : n < 7\n}\nsave r to \"r.csv\" columns=[n]");
        Map<?, ?> beside = (Map<?, ?>) Json.parse(run.file("r.csv.json"));

        assertThat(run.file("r.csv")).isEqualTo("n\n5\n");
        assertThat(beside.get("file")).isEqualTo("r.csv");
        assertThat(beside.get("bytes")).isEqualTo(4L);
        assertThat(beside.get("winnow.version")).isEqualTo("test");
        assertThat(beside.get("winnow.macro")).isEqualTo("m.wn");
        assertThat((String) beside.get("winnow.macro_sha256")).hasSize(64);
        assertThat(beside.get("winnow.seed")).isEqualTo("11");
        assertThat(beside.get("winnow.scope")).isEqualTo("r");
        assertThat(beside.get("winnow.samples")).isEqualTo("a: a.csv");
        assertThat(beside.get("winnow.selection")).isEqualTo("(n + k > 5) and (n < 7)");
        assertThat(beside.get("winnow.events")).isEqualTo("1");
        assertThat(beside.containsKey("winnow.part")).isFalse();
    }

    @Test
    void tellsThePartThatIsSaved() {
        Macros macros = new Macros(folder).lines("a.csv", "n,m", "1,2", "5,3", "7,4");
        Macros.Run run = macros.run("read a from \"a.csv\"\nsplit a into train=50% test=50%\nsave test to \"t.csv\"");

        assertThat(run.file("t.csv.json")).contains("\"winnow.part\": \"test\"", "\"winnow.scope\": \"test\"");
    }

    @Test
    void refusesToPackWhatIsNotPacked() {
        Macros macros = new Macros(folder).lines("a.csv", "n,m", "1,2");
        assertThat(macros.problems("read a from \"a.csv\"\nsave a to \"a.csv\" compression=3"))
                .singleElement()
                .asString()
                .contains("'compression' makes no difference to csv files");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }
}

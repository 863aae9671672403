package hep.winnow.acceptance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.event.EventSource;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code save} writes, {@code read} gives back. */
class SavedFormatsTest {
    private static final int MANY = 30_000;

    private static final String TABLE = """
            run,pt,ok,tag,big
            1,0.5,true,a,4611686018427387905
            2,,false,"b,c",2
            3,-1e-3,true,"",3
            4,inf,false,Δφ,4
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "csv, t.csv",
        "csv, t.csv.gz",
        "npy, t.npy",
        "npy, t.npz",
        "parquet, t.parquet",
        "hdf5, t.h5",
        "root, t.root",
        "aida, t.aida",
        "aida, t.aida.gz",
        "arrow, t.arrow",
        "arrow, t.arrows"
    })
    void givesSavedEventsBack(String kind, String name) throws IOException {
        save("save t to \"" + name + "\"\nsave r to \"some." + name + "\" columns=[tag, twice]");

        List<String> columns = List.of("run", "pt", "ok", "tag", "big", "twice");
        try (Readings readings = new Readings()) {
            EventSource all =
                    readings.open(folder.resolve("out/" + name), new Specimen(kind, name, new byte[0], List.of()));
            assertThat(Readings.names(all)).isEqualTo(columns);
            assertThat(Readings.rows(all, columns))
                    .containsExactly(
                            "1|0.5|1.0|a|4611686018427387905|1.0|",
                            "2|NaN|0.0|b,c|2|NaN|",
                            "3|-0.001|1.0||3|-0.002|",
                            "4|Infinity|0.0|Δφ|4|Infinity|");
            EventSource some =
                    readings.open(folder.resolve("out/some." + name), new Specimen(kind, name, new byte[0], List.of()));
            assertThat(Readings.rows(some, List.of("twice", "tag"))).containsExactly("NaN|b,c|", "Infinity|Δφ|");
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, csv", "npy, npy", "npy, npz", "parquet, parquet", "root, root"})
    void namesTheFileWhoseColumnsAreNotThoseOfTheFirst(String kind, String ending) throws IOException {
        save("define x = 2*run\nsave t to \"a." + ending + "\" columns=[run, pt]\nsave r to \"b." + ending
                + "\" columns=[run, pt]\nsave t to \"lacks." + ending + "\" columns=[run, x]");
        try (Readings readings = new Readings()) {
            Specimen specimen = new Specimen(kind, "a", new byte[0], List.of());
            Path a = folder.resolve("out/a." + ending);
            Path b = folder.resolve("out/b." + ending);
            assertThat(Readings.rows(readings.open(List.of(a, b), specimen), List.of("run")))
                    .hasSize(6);
            assertThatThrownBy(() -> readings.open(List.of(a, b, folder.resolve("out/lacks." + ending)), specimen))
                    .hasMessageContaining("lacks." + ending)
                    .hasMessageContaining("pt");
        }
    }

    @Test
    void takesTheFormatThatIsNamed() throws IOException {
        save("save t to \"t.data\" format=\"npz\"");

        assertThat(Files.readString(folder.resolve("out/t.data"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("PK")
                .contains("tag.npy", "winnow.txt");
        assertThat(problems("save t to \"t.data\""))
                .contains("events are written as")
                .contains(".npz")
                .contains("found 't.data'");
        assertThat(problems("save t to \"t.npz\" format=\"xls\"")).contains("no plugin writes events as 'xls'");
    }

    @Test
    void packsParquetByLevel() throws IOException {
        save("save t to \"s.parquet\" compression=1\nsave t to \"z.parquet\" compression=9\nsave t to \"n.parquet\"");

        byte[] plain = Files.readAllBytes(folder.resolve("out/n.parquet"));
        byte[] snappy = Files.readAllBytes(folder.resolve("out/s.parquet"));
        assertThat(snappy).isNotEqualTo(plain);
        assertThat(Files.readAllBytes(folder.resolve("out/z.parquet")))
                .isNotEqualTo(snappy)
                .isNotEqualTo(plain);
    }

    /** What is packed by each codec is smaller, and reads the same. */
    @Test
    void packsByTheCodecThatIsNamed() throws IOException {
        Files.writeString(folder.resolve("big.csv"), "x\n" + "1.5\n2.5\n".repeat(3000));
        save("""
                read big from "big.csv"
                save big to "plain.root"
                save big to "plain.parquet"
                save big to "zlib.root" codec="zlib"
                save big to "best.root" codec="zlib" compression=9
                save big to "zstd.root" codec="zstd" compression=1
                save big to "snappy.parquet" codec="snappy"
                save big to "gzip.parquet" codec="gzip"
                save big to "lz4.parquet" codec="lz4" compression=9
                """);
        for (String name :
                List.of("zlib.root", "best.root", "zstd.root", "snappy.parquet", "gzip.parquet", "lz4.parquet")) {
            String ending = name.substring(name.indexOf('.') + 1);
            assertThat(Files.size(folder.resolve("out/" + name)))
                    .as(name)
                    .isLessThan(Files.size(folder.resolve("out/plain." + ending)) / 2);
            assertThat(saved(ending, name, List.of("x")))
                    .as(name)
                    .hasSize(6000)
                    .isEqualTo(saved(ending, "plain." + ending, List.of("x")));
        }
    }

    @Test
    void callsTheTableAsItIsTold() throws IOException {
        save("save t to \"t.root\" table=\"analysis\"");

        try (Readings readings = new Readings()) {
            Specimen specimen = new Specimen("root", "t.root", new byte[0], List.of("table=\"analysis\""));
            assertThat(Readings.rows(readings.open(folder.resolve("out/t.root"), specimen), List.of("run")))
                    .containsExactly("1|", "2|", "3|", "4|");
        }
    }

    private List<String> saved(String kind, String name, List<String> columns) throws IOException {
        try (Readings readings = new Readings()) {
            Specimen specimen = new Specimen(kind, name, new byte[0], List.of());
            return Readings.rows(readings.open(folder.resolve("out/" + name), specimen), columns);
        }
    }

    @Test
    void namesWhatACodecOrTableIsFor() throws IOException {
        assertThat(problems("save t to \"t.csv\" codec=\"zlib\""))
                .contains("'codec' makes no difference to csv files")
                .contains("root");
        assertThat(problems("save t to \"t.csv\" table=\"t\"")).contains("'table' makes no difference to csv files");
        assertThat(problems("save t to \"t.root\" codec=\"zlid\""))
                .contains("root files are not packed by 'zlid'")
                .contains("did you mean 'zlib'?");
        assertThat(problems("save t to \"t.root\" codec=\"lz4\" compression=0")).contains("leave one of them out");
        assertThat(problems("save t to \"t.root\" table=\"a/b\"")).contains("the table cannot be called 'a/b'");
    }

    private String problems(String statements) throws IOException {
        try (PluginSet plugins = plugins()) {
            return check(winnow(plugins), statements).diagnostics().toString();
        }
    }

    /** More columns than a program may have files open, and than can be looked through for each of them. */
    @Tag("slow")
    @Timeout(300)
    @ParameterizedTest
    @CsvSource({
        "csv, w.csv",
        "npy, w.npy",
        "npy, w.npz",
        "parquet, w.parquet",
        "hdf5, w.h5",
        "root, w.root",
        "aida, w.aida",
        "arrow, w.arrow"
    })
    void givesManyColumnsBack(String kind, String name) throws IOException {
        List<String> names = IntStream.range(0, MANY).mapToObj(i -> "c" + i).toList();
        List<String> first = IntStream.range(0, MANY).mapToObj(i -> i + ".5").toList();
        List<String> second =
                IntStream.range(0, MANY).mapToObj(i -> "-" + i + ".5").toList();
        Files.writeString(
                folder.resolve("wide.csv"),
                Stream.of(names, first, second)
                        .map(row -> String.join(",", row))
                        .collect(Collectors.joining("\n", "", "\n")));

        save("read w from \"wide.csv\"\nsave w to \"" + name + "\"");

        try (Readings readings = new Readings()) {
            EventSource all =
                    readings.open(folder.resolve("out/" + name), new Specimen(kind, name, new byte[0], List.of()));
            assertThat(Readings.names(all)).isEqualTo(names);
            assertThat(Readings.rows(all, names))
                    .containsExactly(String.join("|", first) + "|", String.join("|", second) + "|");
        }
    }

    private void save(String statements) throws IOException {
        try (PluginSet plugins = plugins()) {
            Winnow winnow = winnow(plugins);
            Winnow.Checked checked = check(winnow, statements);
            assertThat(checked.diagnostics()).noneMatch(d -> d.severity() == Severity.ERROR);
            winnow.run(
                    checked.program().orElseThrow(),
                    new RunOptions(folder.resolve("out"), 2, "test"),
                    RunListener.SILENT);
        }
    }

    private Winnow.Checked check(Winnow winnow, String statements) throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE);
        String macro = "read t from \"t.csv\"\ndefine twice = 2 * pt\n"
                + "region r on t { cut \"even\" : run % 2 == 0 }\n" + statements + "\n";
        return winnow.check("m.wn", macro, folder, Map.of());
    }

    private static PluginSet plugins() {
        return PluginSet.load(List.of(), Plugin.class.getClassLoader());
    }

    private static Winnow winnow(PluginSet plugins) {
        return new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());
    }
}

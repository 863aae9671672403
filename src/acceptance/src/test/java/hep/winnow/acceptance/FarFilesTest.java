package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.macro.Given;
import hep.winnow.core.macro.Program;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.Forecast;
import hep.winnow.core.run.Planner;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.testing.FileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies on a server is read as what lies on the disk. */
class FarFilesTest {
    @TempDir
    private Path folder;

    private final PluginSet plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    private final Winnow winnow =
            new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());
    private FileServer server;

    @BeforeEach
    void start() throws IOException {
        server = FileServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        plugins.close();
    }

    @ParameterizedTest
    @CsvSource({
        "data/zmumu.root, run",
        "data/ww.csv.gz, met",
        "plugins/root/src/test/resources/ntuple/events.root, phi",
        "data/muon_sf.csv, "
    })
    void readsTheSame(String name, String column) throws IOException {
        Path file = Checkout.ROOT.resolve(name);
        server.put("it", Files.readAllBytes(file));
        String columns = column == null ? "" : " columns=[" + column + "]";

        run("near", "read s from \"" + file + "\"\nsave s to \"s.csv\"" + columns);
        run("far", "read s from \"" + server.address("it") + "\"\nsave s to \"s.csv\"" + columns);

        assertThat(folder.resolve("far/s.csv")).hasSameTextualContentAs(folder.resolve("near/s.csv"));
    }

    /** What a run is expected to take is told of a packed text by the length that it had before. */
    @Test
    void isForeseenAsOnTheDisk() throws IOException {
        Path file = Checkout.ROOT.resolve("data/ww.csv.gz");
        server.put("ww.csv.gz", Files.readAllBytes(file));

        assertThat(foreseen(server.address("ww.csv.gz")))
                .isEqualTo(foreseen(file.toString()))
                .isPresent();
    }

    private OptionalLong foreseen(String file) {
        Program program = check("read s from \"" + file + "\"\nsave s to \"s.csv\"")
                .program()
                .orElseThrow();
        return Forecast.of(program, Planner.plan(program), OptionalDouble.empty())
                .samples()
                .get(0)
                .events();
    }

    /** Of a large file with many columns one is asked for, and little else. */
    @Test
    void asksForTheColumnsThatAreNeeded() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,c,d,e,f,g,h\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append(i);
            for (int c = 1; c < 8; c++) {
                rows.append(',').append((i * 7919L + c * 104_729L) % 1_000_003 / 7.0);
            }
            rows.append('\n');
        }
        Files.writeString(folder.resolve("big.csv"), rows);
        run("made", "read s from \"" + folder.resolve("big.csv") + "\"\nsave s to \"big.root\"");
        byte[] bytes = Files.readAllBytes(folder.resolve("made/big.root"));
        server.put("big.root", bytes);

        run("far", "read s from \"" + server.address("big.root:Events") + "\"\nsave s to \"s.csv\" columns=[c]");

        assertThat(Files.readString(folder.resolve("far/s.csv")).lines()).hasSize(100_001);
        long asked = server.requests().stream()
                .mapToLong(r -> Long.parseLong(r.substring(r.indexOf('-') + 1))
                        - Long.parseLong(r.substring(r.indexOf('=') + 1, r.indexOf('-')))
                        + 1)
                .sum();
        assertThat(asked).isLessThan(bytes.length / 2);
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        server.put("a.npy", new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        server.put(
                "torn.root",
                java.util.Arrays.copyOf(Files.readAllBytes(Checkout.ROOT.resolve("data/zmumu.root")), 5000));

        assertThat(problems("read s from \"" + server.address("none.csv") + "\""))
                .contains(server.address("none.csv"));
        assertThat(problems("read s from \"" + server.address("a.npy") + "\""))
                .contains("cannot be read in parts")
                .contains("download it first");
        assertThat(problems("read s from \"" + server.address("torn.root") + "\""))
                .contains(server.address("torn.root"));
        assertThat(problems("read s from \"" + Checkout.ROOT.resolve("data/zmumu.root") + "\" friends=[\""
                        + server.address("f.root:Events") + "\"]"))
                .contains("download it first");
        assertThat(problems("load m from \"" + server.address("m.wnm") + "\"")).contains("download it first");
    }

    private Winnow.Checked check(String macro) {
        FileAccess access = FileAccess.all().asking(List.of(server.address()));
        return winnow.check("m.wn", macro, folder, Given.params(Map.of()).with(access));
    }

    private String problems(String macro) {
        return check(macro).diagnostics().stream()
                .map(d -> d.message() + " " + d.help())
                .toList()
                .toString();
    }

    private void run(String out, String macro) {
        Winnow.Checked checked = check(macro);
        assertThat(checked.diagnostics().stream().map(Diagnostic::message)).isEmpty();
        winnow.run(checked.program().orElseThrow(), new RunOptions(folder.resolve(out), 2, "test"), RunListener.SILENT);
    }
}

package hep.winnow.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.macro.Given;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.NetworkChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins' own files stay where a macro may go too; those of the core are in its own tests. */
class SandboxTest {
    @TempDir
    Path top;

    private final PluginSet plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    private final Winnow winnow =
            new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());
    private Path work;

    @BeforeEach
    void makeFolders() throws IOException {
        work = top.resolve("work");
        Files.createDirectories(work.resolve("images"));
        Files.createDirectories(top.resolve("outside/more"));
        image("work/images/a.png");
        image("outside/secret.png");
        image("outside/more/secret.png");
        Files.writeString(work.resolve("a.csv"), "x\n1\n2\n");
        Files.writeString(top.resolve("outside/labels"), "secret");
    }

    @AfterEach
    void closePlugins() throws IOException {
        plugins.close();
    }

    private void image(String name) throws IOException {
        ImageIO.write(
                new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                top.resolve(name).toFile());
    }

    private List<String> codes(String macro) {
        FileAccess access = FileAccess.none().reading(work).out(top.resolve("out"));
        return winnow.check("m.wn", macro, work, Given.params(Map.of()).with(access)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void readsAFolderOfImages() {
        assertThat(codes("read s from \"images\" role=data")).isEmpty();
    }

    @Test
    void refusesALinkAmongImages() throws IOException {
        Files.createSymbolicLink(work.resolve("images/b.png"), top.resolve("outside/secret.png"));

        assertThat(codes("read s from \"images\" role=data")).containsExactly("E402");
    }

    @Test
    void refusesALinkedFolderAmongImages() throws IOException {
        Files.createSymbolicLink(work.resolve("images/deep"), top.resolve("outside/more"));

        assertThat(codes("read s from \"images\" role=data")).containsExactly("E402");
    }

    @Test
    void refusesALinkBehindALinkedFolderAmongImages() throws IOException {
        Files.createDirectory(work.resolve("others"));
        Files.createSymbolicLink(work.resolve("others/c.png"), top.resolve("outside/secret.png"));
        Files.createSymbolicLink(work.resolve("images/deep"), work.resolve("others"));

        assertThat(codes("read s from \"images\" role=data")).containsExactly("E402");
    }

    @Test
    void refusesLabelsFromElsewhere() {
        assertThat(codes("read s = idx from \"a.csv\" labels=\"../outside/labels\""))
                .containsExactly("E402");
    }

    @Test
    void refusesFilesOfFiguresAndReportsElsewhere() {
        String read = "read s from \"a.csv\" role=data\n";

        assertThat(codes(read + "report to \"../outside/r.html\"")).containsExactly("E402");
        assertThat(codes(read + "hist in s : x save=\"../outside/x.png\"")).containsExactly("E402");
        assertThat(codes(read + "save s to \"../outside/x.h5\"")).containsExactly("E402");
        assertThat(codes(read + "save s to \"../outside/x.npz\"")).containsExactly("E402");
        assertThat(codes(read + "report to \"r.html\"")).isEmpty();
    }

    /** One package asks web servers, after a look at which may be asked. That of the command line starts processes of its own program for a batch. */
    @Test
    void noClassOpensConnectionsOrStartsPrograms() {
        noClasses()
                .that()
                .resideOutsideOfPackage("hep.winnow.core.remote..")
                .should()
                .dependOnClassesThat(assignableTo(Socket.class)
                        .or(assignableTo(ServerSocket.class))
                        .or(assignableTo(DatagramSocket.class))
                        .or(assignableTo(URLConnection.class))
                        .or(assignableTo(HttpClient.class))
                        .or(assignableTo(NetworkChannel.class)))
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .because("a macro must not reach beyond the machine, but by the files of the servers that are allowed")
                .check(Modules.allBut());
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ProcessBuilder.class))
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("a macro must not start programs")
                .check(Modules.allBut("app"));
    }
}

package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of the guide, made as the guide says by somebody who has the program and nothing else. */
class PluginGuideTest {
    private static final Path SOURCE = Checkout.ROOT.resolve("src/docs/example/MeanPlugin.java");

    @TempDir
    static Path folder;

    @BeforeAll
    static void buildPlugin() throws IOException {
        PluginJar.make(SOURCE, "org.example.MeanPlugin", folder, folder.resolve("plugins/mean"));
    }

    @Test
    void guideShowsTheFileThatIsTested() throws IOException {
        String guide = Files.readString(Checkout.ROOT.resolve("src/docs/plugin-guide.md"));

        assertThat(guide).contains("```java\n" + Files.readString(SOURCE) + "```\n");
    }

    @Test
    void pluginIsLoadedFromItsFolder() throws IOException {
        try (PluginSet set = PluginSet.load(List.of(folder.resolve("plugins")), Plugin.class.getClassLoader())) {
            assertThat(set.problems()).isEmpty();
            assertThat(set.plugins()).anySatisfy(loaded -> {
                assertThat(loaded.plugin().id()).isEqualTo("mean");
                assertThat(loaded.plugin().steps()).hasSize(1);
            });
        }
    }

    @Test
    void pluginWorksInAMacro() throws IOException {
        assertThat(loaderOfARun()).isNotNull();
    }

    /** JDK 17 keeps the types that records were last compared by, and with them the last loader, until others are compared. */
    @Test
    void loadersOfClosedPluginsAreCollected() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loaders.add(loaderOfARun());
        }

        for (int i = 0; i < 50 && held(loaders) > 1; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(held(loaders)).isLessThanOrEqualTo(1);
    }

    private static long held(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(l -> l.get() != null).count();
    }

    /** Runs a macro with the plugin, closes all, and returns the plugin's loader. */
    private static WeakReference<ClassLoader> loaderOfARun() throws IOException {
        Files.writeString(folder.resolve("s.csv"), "x,w\n1,1\n3,1\n5,-1\n");
        String macro = """
                read s from "s.csv" role=data weight=w
                mean m in s : x power=2
                expect m.value == -15
                expect 49 < m.error < 50
                """;
        try (PluginSet set = PluginSet.load(List.of(folder.resolve("plugins")), Plugin.class.getClassLoader())) {
            Winnow winnow =
                    new Winnow(set.plugins().stream().map(LoadedPlugin::plugin).toList());
            Winnow.Checked checked = winnow.check("m.wn", macro, folder, Map.of());
            assertThat(checked.diagnostics()).isEmpty();

            RunOptions options = new RunOptions(folder.resolve("out"), 1, "test");
            assertThat(winnow.run(checked.program().orElseThrow(), options, RunListener.SILENT)
                            .failedExpectations())
                    .isZero();
            return new WeakReference<>(set.plugins().stream()
                    .filter(p -> p.id().equals("mean"))
                    .findFirst()
                    .orElseThrow()
                    .plugin()
                    .getClass()
                    .getClassLoader());
        }
    }
}

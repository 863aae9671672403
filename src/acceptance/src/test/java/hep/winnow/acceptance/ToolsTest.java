package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that stand beside the build, to measure and to fuzz, and are compiled where they are run. */
class ToolsTest {
    @TempDir
    private Path classes;

    @Test
    void compileAgainstWhatTheyAreFor() throws IOException {
        Map<Path, List<String>> sources = new TreeMap<>();
        for (String folder : List.of("src/acceptance/fuzz", "src/acceptance/peers")) {
            try (Stream<Path> all = Files.walk(Checkout.ROOT.resolve(folder))) {
                all.filter(f -> f.toString().endsWith(".java") && !f.toString().contains("node_modules"))
                        .forEach(f -> sources.computeIfAbsent(f.getParent(), p -> new ArrayList<>())
                                .add(f.toString()));
            }
        }
        assertThat(sources).hasSizeGreaterThan(3);
        for (Map.Entry<Path, List<String>> folder : sources.entrySet()) {
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-nowarn",
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString()));
            arguments.addAll(folder.getValue());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int failed = ToolProvider.getSystemJavaCompiler().run(null, out, out, arguments.toArray(String[]::new));
            assertThat(failed)
                    .as(folder.getKey() + ": " + out.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
    }
}

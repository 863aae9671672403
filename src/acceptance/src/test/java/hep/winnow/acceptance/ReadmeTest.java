package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says can be done, and where it and the other pages point to. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\n(.*?)```\n");

    @TempDir
    Path folder;

    @Test
    void commandsWork() throws Exception {
        List<String> commands = block("README.md", "sh")
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .toList();

        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).startsWith("./winnow run ");
        assertThat(Program.packaged(Checkout.ROOT)
                        .run("run", commands.get(0).substring("./winnow run ".length()), "--out", folder.toString())
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        // The other is the build that runs this very test.
        assertThat(commands.get(1)).isEqualTo("./mvnw verify");
    }

    @Test
    void firstMacroRuns() throws Exception {
        Path macro = folder.resolve("first.wn");
        Files.writeString(macro, block("README.md", ""));

        Program.Outcome outcome = Program.packaged(folder).run("run", "first.wn");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(folder.resolve("out/first/run.json")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(String page) throws IOException {
        Path file = Checkout.ROOT.resolve(page);
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(Files.readString(file).replaceAll("(?s)```.*?```", ""));
        while (links.find()) {
            String target = links.group(1);
            if (!target.startsWith("http") && !Files.exists(file.resolveSibling(target))) {
                broken.add(target);
            }
        }

        assertThat(broken).isEmpty();
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Checkout.ROOT.resolve("src/docs"))) {
            List<String> pages = new ArrayList<>(List.of("README.md", "data/README.md"));
            docs.filter(path -> path.toString().endsWith(".md"))
                    .map(path -> Checkout.ROOT.relativize(path).toString())
                    .sorted()
                    .forEach(pages::add);
            return pages;
        }
    }

    /** Returns the first block of a page whose marks are followed by {@code language}. */
    private static String block(String page, String language) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Checkout.ROOT.resolve(page)));
        while (blocks.find()) {
            if (blocks.group(1).equals(language)) {
                return blocks.group(2);
            }
        }
        throw new AssertionError(page + " has no block of '" + language + "'");
    }
}

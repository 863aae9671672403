package hep.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.Plugin;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    /** What a renderer makes: a prolog, ids, references to them, and text that looks like an id. */
    private static final String SVG = """
        <?xml version="1.0"?>
        <!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.0//EN' 'http://www.w3.org/TR/svg10.dtd'>
        <svg id="root" viewBox="0 0 8 6"><defs><clipPath id="clip1"><path d="M0 0"/></clipPath></defs
        ><g clip-path="url(#clip1)"><use href="#clip1"/><text> id="text"</text></g></svg>
        """;

    private static Picture drawn(Sheet sheet) {
        return new Picture(sheet, SVG, new byte[0]);
    }

    private static String page() {
        return new Page(ExampleRun.run(), ReportTest::drawn).html();
    }

    private static List<String> all(String regex, String text) {
        List<String> out = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            out.add(matcher.group(1));
        }
        return out;
    }

    private static String withoutText(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?<=>)[^<]+(?=<)", "");
    }

    @Test
    void givesEachIdOnceAndLinksToNothingElse() {
        String tags = withoutText(page());
        List<String> ids = all("\\sid=\"([^\"]*)\"", tags);
        Set<String> once = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(once);
        assertThat(once).contains("figure-7-1-clip1", "figure-8-1-clip1", "statement-6", "line-18");
        assertThat(once).containsAll(all("href=\"#([^\"]*)\"", tags));
        assertThat(once).containsAll(all("url\\(#([^)]*)\\)", tags));
    }

    @Test
    void leavesTextOfFiguresAlone() {
        assertThat(page())
                .contains("<text> id=\"text\"</text>")
                .doesNotContain("<?xml")
                .doesNotContain("SVG 1.0");
    }

    @Test
    void fetchesNothing() {
        assertThat(all("(?:src|href)=\"([^\"#]*)\"", page()))
                .allMatch(target -> target.isEmpty() || target.startsWith("./"));
        assertThat(page()).doesNotContain("<script").doesNotContain("@import").doesNotContain("url(http");
    }

    @Test
    void closesEveryElement() {
        List<String> open = new ArrayList<>();
        Matcher tags = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*?(/?)>")
                .matcher(page().replaceAll("(?s)<style>.*?</style>", ""));
        while (tags.find()) {
            if (tags.group(2).equals("meta")
                    || tags.group(2).equals("img")
                    || !tags.group(3).isEmpty()) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.add(tags.group(2));
            } else {
                assertThat(open.remove(open.size() - 1)).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void saysAtTheTopWhetherExpectationsHold() {
        assertThat(page()).contains("✗ 1 of 2 expectations does not hold").contains("✗ does not hold");
    }

    @Test
    void putsTheNumbersThatMatterIntoTheSummary() {
        String page = page();
        String summary = page.substring(page.indexOf("id=\"summary\""), page.indexOf("id=\"statements\""));
        assertThat(summary)
                .contains("0.843 ± 0.004", "no sign of overtraining", "✗ gap 0.031", "nn &gt; 0.7423", "2 warnings")
                .contains("57, best 41", "1513 ± 22");
    }

    @Test
    void showsTheWholeMacroWithItsLines() {
        String page = page();
        assertThat(all("<li id=\"line-(\\d+)\"", page)).hasSize(34).last().isEqualTo("34");
        assertThat(page).contains("<li id=\"line-22\"><code>train ld = lda on presel");
    }

    @Test
    void linksToLinesOfTheMacroAndNotToThoseOfFilesThatItIncludes() {
        RunRecord run = ExampleRun.run();
        RunRecord.Statement own = run.statements().get(0);
        RunRecord.Statement included = new RunRecord.Statement(
                "cuts.wn", 3, "print 1", "print", "", Map.of(), "1\n", List.of(), List.of(), List.of());
        RunRecord both = new RunRecord(
                run.version(),
                run.macro(),
                run.macroText(),
                run.macroSha256(),
                run.seed(),
                run.params(),
                run.inputs(),
                run.sideFiles(),
                List.of(own, included),
                run.warnings(),
                run.started(),
                run.seconds(),
                run.threads());

        String page = new Page(both, ReportTest::drawn).html();

        assertThat(page)
                .contains("href=\"#line-" + own.line() + "\"")
                .contains("cuts.wn, line 3")
                .doesNotContain("#line-3\"");
    }

    @Test
    void linksToFilesBesideThePage() {
        assertThat(page()).contains("href=\"./selected%20events.csv\"");
    }

    @Test
    void escapesWhateverItIsGiven() {
        String evil = "</code><script>alert(1)</script>\u0000\u001b[31m & \"quoted\" 'too'";
        RunRecord run = ExampleRun.run();
        RunRecord bad = new RunRecord(
                evil,
                evil,
                evil,
                evil,
                1,
                Map.of(evil, evil),
                List.of(new RunRecord.Input(evil, evil, 1, 2, 3)),
                List.of(new RunRecord.SideFile(evil, evil, evil, 4, evil)),
                List.of(new RunRecord.Statement(
                        evil,
                        1,
                        evil,
                        "expect",
                        evil,
                        Map.of(evil, evil),
                        evil,
                        List.of(new Facts().put("text", evil).put(evil, evil)),
                        List.of(),
                        List.of(evil, "javascript:alert(1)"))),
                List.of(evil),
                run.started(),
                1,
                1);
        String page = new Page(bad, ReportTest::drawn).html();
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("\u0000")
                .doesNotContain("\u001b")
                .doesNotContain("href=\"javascript")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void isTheSameForTheSameRun() {
        assertThat(page()).isEqualTo(page());
    }

    @Test
    void saysSoWhereNoFigureCanBeDrawn() {
        String page = new Page(ExampleRun.run(), sheet -> new Picture(sheet, "", new byte[0])).html();
        assertThat(page)
                .contains("Not drawn: no plugin that draws figures is there.")
                .contains("events / 10 GeV over m<sub>T</sub>");
    }

    @Test
    void takesPixelsWhereThereIsNoSvg() {
        String page = new Page(ExampleRun.run(), sheet -> new Picture(sheet, "", new byte[] {1, 2, 3})).html();
        assertThat(page).contains("<img src=\"data:image/png;base64,AQID\" alt=\"ROC curve on test\">");
    }

    @Test
    void survivesARunWithoutAnything() {
        RunRecord empty = new RunRecord(
                "0.1.0",
                "empty.wn",
                "",
                "",
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ExampleRun.run().started(),
                0,
                1);
        assertThat(new Page(empty, ReportTest::drawn).html()).contains("no expectations", "No file was read.");
    }

    @Test
    void writesThePageThroughTheRun(@TempDir Path folder) throws IOException {
        List<String> printed = new ArrayList<>();
        StepContext context = (StepContext) Proxy.newProxyInstance(
                StepContext.class.getClassLoader(), new Class<?>[] {StepContext.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "render" -> {
                            return args[1].equals("svg")
                                    ? Optional.of(SVG.getBytes(StandardCharsets.UTF_8))
                                    : Optional.empty();
                        }
                        case "write" -> write((OutputFile) args[0], (StepContext.FileWriter) args[1], folder);
                        case "print" -> printed.add((String) args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        new Report(new OutputFile("report.html")).report(ExampleRun.run(), context);
        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(page());
        assertThat(printed).containsExactly("report in report.html");
    }

    private static void write(OutputFile file, StepContext.FileWriter writer, Path folder) {
        try {
            writer.write(folder.resolve(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAFileThatIsNoPage() {
        assertThatThrownBy(() -> new Report(new OutputFile("report.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a report is a page: its file ends in .html, found 'report.pdf'");
    }

    @Test
    void isFoundAsAPlugin() {
        assertThat(ServiceLoader.load(Plugin.class)).anySatisfy(plugin -> {
            assertThat(plugin.id()).isEqualTo("report");
            assertThat(plugin.steps()).containsExactly(Report.class);
        });
    }
}

package hep.winnow.report;

import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The whole page: one file, no scripts, nothing fetched. */
final class Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunRecord run;
    private final Function<Sheet, Picture> pictures;
    private final List<StatementSection> sections = new ArrayList<>();
    private final Html html = new Html();

    /**
     * Makes a page.
     *
     * @param run what it tells of
     * @param pictures draws figures
     */
    Page(RunRecord run, Function<Sheet, Picture> pictures) {
        this.run = run;
        this.pictures = pictures;
        for (RunRecord.Statement statement : run.statements()) {
            sections.add(new StatementSection(statement, run.macro(), sections.size() + 1));
        }
    }

    /** Returns the page. */
    String html() {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .raw("\n")
                .open("head")
                .raw("\n");
        html.raw("<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.open("meta", "name", "generator", "content", "Winnow " + run.version())
                .raw("\n");
        html.element("title", "Winnow: " + run.macro());
        html.raw("<style>\n" + style() + "</style>\n")
                .close("head")
                .open("body")
                .raw("\n");
        html.element("a", "Skip to the summary", "href", "#summary", "class", "skip");
        writeHeader();
        html.open("div", "class", "columns").raw("\n");
        writeContents();
        html.open("main").raw("\n");
        Summary.write(run, html);
        writeStatements();
        writeInputs();
        writeEnvironment();
        writeMacro();
        html.close("main").close("div").close("body").close("html");
        return html.toString();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing in the jar of the report");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeHeader() {
        List<Found> expectations = Found.of(run, "expect");
        long broken = expectations.stream().filter(f -> !f.isTrue("ok")).count();
        html.open("header")
                .open("div", "class", "inner")
                .open("div", "class", "bar")
                .element("h1", run.macro());
        if (expectations.isEmpty()) {
            html.element("p", "no expectations", "class", "status none");
        } else if (broken == 0) {
            String all = expectations.size() == 1
                    ? "the expectation holds"
                    : "all " + expectations.size() + " expectations hold";
            html.element("p", "✓ " + all, "class", "status good");
        } else {
            String verb = broken == 1 ? " does not hold" : " do not hold";
            html.element(
                    "p", "✗ " + broken + " of " + expectations.size() + " expectations" + verb, "class", "status bad");
        }
        html.close("div");
        html.element(
                "p",
                TIME.format(run.started()) + " · " + Rounded.seconds(run.seconds()) + " · seed " + run.seed()
                        + " · Winnow " + run.version(),
                "class",
                "facts");
        html.close("div").close("header");
    }

    private void writeContents() {
        html.open("nav", "aria-label", "Contents")
                .element("h2", "Contents")
                .open("ul")
                .raw("\n");
        link("summary", "Summary");
        html.open("li")
                .open("a", "href", "#statements")
                .text("Statements")
                .raw("</a>\n")
                .open("ul")
                .raw("\n");
        for (StatementSection section : sections) {
            if (!section.isQuiet()) {
                link(section.id(), section.title());
            }
        }
        html.close("ul").close("li");
        link("inputs", "Inputs");
        link("environment", "Parameters and environment");
        link("macro", "Macro");
        html.close("ul").close("nav");
    }

    private void link(String id, String text) {
        html.open("li").open("a", "href", "#" + id).text(text).raw("</a>").close("li");
    }

    private void writeStatements() {
        html.open("section", "id", "statements").element("h2", "Statements");
        sections.forEach(section -> section.write(html, pictures));
        html.close("section");
    }

    private void writeInputs() {
        html.open("section", "id", "inputs").element("h2", "Inputs");
        List<List<String>> rows = new ArrayList<>();
        for (RunRecord.Input input : run.inputs()) {
            rows.add(List.of(
                    input.path(),
                    input.sample(),
                    Rounded.of(input.events()),
                    leftOut(input),
                    Rounded.bytes(input.bytes())));
        }
        if (rows.isEmpty()) {
            html.element("p", "No file was read.");
        } else {
            html.table("Files that were read", List.of("file", "sample", "events", "rows left out", "size"), rows);
        }
        List<List<String>> side = new ArrayList<>();
        for (RunRecord.SideFile file : run.sideFiles()) {
            side.add(List.of(file.path(), file.kind(), file.name(), Rounded.bytes(file.bytes()), file.sha256()));
        }
        if (!side.isEmpty()) {
            html.table("Tables and masks that were read", List.of("file", "kind", "name", "size", "SHA-256"), side);
        }
        html.close("section");
    }

    /** Rows that could not be read, and events that the macro does not want. */
    private static String leftOut(RunRecord.Input input) {
        List<String> words = new ArrayList<>(List.of(Rounded.of(input.skipped())));
        input.leftOut().forEach(l -> words.add(Rounded.of(l.events()) + " " + l.why()));
        if (input.limit() > 0) {
            words.add("all behind the first " + Rounded.of(input.limit()));
        }
        return String.join(", ", words);
    }

    private void writeEnvironment() {
        html.open("section", "id", "environment").element("h2", "Parameters and environment");
        List<List<String>> params = new ArrayList<>();
        run.params().forEach((name, value) -> params.add(List.of(name, value)));
        if (!params.isEmpty()) {
            html.table("Parameters of the macro", List.of("parameter", "value"), params);
        }
        List<List<String>> rows = List.of(
                List.of("Winnow", run.version()),
                List.of("macro", run.macro()),
                List.of("SHA-256 of the macro", run.macroSha256()),
                List.of("seed", Long.toString(run.seed())),
                List.of("threads", Integer.toString(run.threads())),
                List.of("started", TIME.format(run.started())),
                List.of("time taken", Rounded.seconds(run.seconds())),
                List.of("Java", Runtime.version().toString()),
                List.of("system", System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        html.table("Environment", List.of("what", "value"), rows).close("section");
    }

    private void writeMacro() {
        html.open("section", "id", "macro")
                .element("h2", "Macro")
                .open("ol", "class", "macro")
                .raw("\n");
        int line = 0;
        for (String text : run.macroText().stripTrailing().split("\\R", -1)) {
            line++;
            html.open("li", "id", "line-" + line)
                    .open("code")
                    .text(text)
                    .raw("</code>")
                    .close("li");
        }
        html.close("ol").close("section");
    }
}

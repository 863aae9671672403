package hep.winnow.report;

import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What one statement did. */
final class StatementSection {
    private static final int LONGEST_TITLE = 36;

    private final RunRecord.Statement statement;
    private final boolean isIncluded;
    private final int number;

    /**
     * Makes a section.
     *
     * @param statement that it tells of
     * @param macro name of the macro's file; the page shows its lines, and not those of files that it includes
     * @param number of the statement in the run, from 1; a line that ran several times has several
     */
    StatementSection(RunRecord.Statement statement, String macro, int number) {
        this.statement = statement;
        this.isIncluded = !statement.file().equals(macro);
        this.number = number;
    }

    /** Returns the id of the section on the page. */
    String id() {
        return "statement-" + number;
    }

    /** Returns verb and name, or for a statement without a name its beginning. */
    String title() {
        if (!statement.name().isBlank()) {
            return statement.verb() + " " + statement.name();
        }
        String source = statement.source().strip().replaceAll("\\s+", " ");
        return source.length() <= LONGEST_TITLE
                ? source
                : source.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
    }

    /** Tells whether the statement only declared something: it printed nothing, found nothing and drew nothing. */
    boolean isQuiet() {
        return statement.text().isBlank()
                && statement.results().isEmpty()
                && statement.figures().isEmpty()
                && statement.files().isEmpty();
    }

    /** Writes the section. */
    void write(Html html, Function<Sheet, Picture> pictures) {
        html.open("section", "id", id(), "class", isQuiet() ? "statement quiet" : "statement");
        html.open("h3").text(title() + " ");
        if (isIncluded) {
            html.element("span", statement.file() + ", line " + statement.line(), "class", "line");
        } else {
            html.element("a", "line " + statement.line(), "href", "#line-" + statement.line(), "class", "line");
        }
        html.close("h3");
        html.open("pre", "class", "source").element("code", statement.source()).close("pre");
        if (!statement.text().isBlank()) {
            html.element("pre", statement.text().stripTrailing(), "class", "printed");
        }
        int figure = 0;
        for (Sheet sheet : statement.figures()) {
            figure++;
            pictures.apply(sheet).write(html, "figure-" + number + "-" + figure);
        }
        writeFiles(html);
        writeSettings(html);
        if (!statement.verb().equals("expect")) {
            // The summary has its numbers.
            writeResults(html);
        }
        html.close("section");
    }

    private void writeFiles(Html html) {
        if (statement.files().isEmpty()) {
            return;
        }
        html.open("p", "class", "files").text("Wrote ");
        for (int i = 0; i < statement.files().size(); i++) {
            String file = statement.files().get(i);
            html.text(i == 0 ? "" : ", ")
                    .open("a", "href", Links.toFile(file))
                    .text(file)
                    .raw("</a>");
        }
        html.close("p");
    }

    private void writeSettings(Html html) {
        if (statement.settings().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        statement.settings().forEach((name, value) -> rows.add(List.of(name, value)));
        html.open("details").element("summary", "Settings in effect");
        html.table("Settings of " + title(), List.of("option", "value"), rows);
        html.close("details");
    }

    private void writeResults(Html html) {
        List<Facts> results = statement.results().stream()
                .filter(facts -> !facts.values().isEmpty())
                .toList();
        if (results.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "All numbers");
        for (Facts facts : results) {
            Object name = facts.values().get("name");
            String of = name == null ? statement.name() : String.valueOf(name);
            FactsView.write(html, of.isBlank() ? "Results" : "Results for " + of, facts);
        }
        html.close("details");
    }
}

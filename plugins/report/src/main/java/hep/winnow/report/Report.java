package hep.winnow.report;

import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.ReportStep;
import hep.winnow.api.step.Verb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * {@code report to "report.html"}: the run as one HTML page.
 *
 * @param to the page
 */
@Verb(
        value = "report",
        doc =
                "Tells of the whole run on one HTML page that needs no other file. It has a summary, then what each statement did with its settings and figures, what was read, and the"
                        + " macro. It is written when all else is done, wherever it stands.",
        examples = {"report to \"report.html\""},
        alsoKnownAs = {"summary"})
public record Report(
        @Operand(keyword = "to", doc = "the page to write, `*.html`")
        OutputFile to) implements ReportStep {
    public Report {
        if (!to.ending().equals("html") && !to.ending().equals("htm")) {
            throw new IllegalArgumentException("a report is a page: its file ends in .html, found '" + to.name() + "'");
        }
    }

    @Override
    public void report(RunRecord run, StepContext context) {
        String page = new Page(run, sheet -> Picture.of(sheet, context)).html();
        context.write(to, path -> Files.writeString(path, page, StandardCharsets.UTF_8));
        context.print("report in " + to.name());
    }
}

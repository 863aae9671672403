package hep.winnow.report;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader wants to know first: whether expectations hold, what was trained, how well it separates, and what to be wary of. */
final class Summary {
    private final RunRecord run;
    private final Html html;

    private Summary(RunRecord run, Html html) {
        this.run = run;
        this.html = html;
    }

    /** Writes the section. */
    static void write(RunRecord run, Html html) {
        Summary summary = new Summary(run, html);
        html.open("section", "id", "summary").element("h2", "Summary");
        summary.warnings();
        summary.expectations();
        summary.models();
        summary.separation();
        summary.overtraining();
        summary.cuts();
        summary.yields();
        html.close("section");
    }

    private void warnings() {
        if (run.warnings().isEmpty()) {
            return;
        }
        html.open("div", "class", "warnings", "role", "note");
        html.element(
                "h3", run.warnings().size() == 1 ? "A warning" : run.warnings().size() + " warnings");
        html.open("ul");
        run.warnings().forEach(warning -> html.element("li", warning));
        html.close("ul").close("div");
    }

    private void expectations() {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : Found.of(run, "expect")) {
            rows.add(List.of(
                    f.text("text"), f.text("left"), f.text("right"), f.isTrue("ok") ? "✓ holds" : "✗ does not hold"));
        }
        table("Expectations", List.of("expectation", "left side", "right side", "outcome"), rows);
    }

    private void models() {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : Found.of(run, "train")) {
            rows.add(List.of(
                    f.name(),
                    f.text("learner"),
                    f.text("parameters"),
                    f.text("train_events"),
                    epochs(f),
                    f.has("seconds") ? Rounded.seconds(f.number("seconds")) : Rounded.NOTHING));
        }
        table("Models", List.of("model", "learner", "parameters", "events", "epochs", "time"), rows);
    }

    private static String epochs(Found f) {
        if (!(f.number("epochs") > 0)) {
            return Rounded.NOTHING;
        }
        return f.text("epochs") + (f.number("best_epoch") > 0 ? ", best " + f.text("best_epoch") : "");
    }

    private void separation() {
        List<Found> all = Found.of(run, "roc");
        Set<String> at = new LinkedHashSet<>();
        all.forEach(f -> at.addAll(f.inner("efficiency_at").keySet()));
        List<String> head = new ArrayList<>(List.of("score", "events", "AUC"));
        at.forEach(b -> head.add("signal at background " + b));
        List<List<String>> rows = new ArrayList<>();
        for (Found f : all) {
            List<String> row = new ArrayList<>(List.of(f.name(), f.text("on"), f.withError("auc")));
            at.forEach(b -> row.add(efficiency(f, b)));
            rows.add(row);
        }
        table("Separation", head, rows);
    }

    private static String efficiency(Found f, String background) {
        Found values = new Found(f.statement(), f.inner("efficiency_at"));
        Found errors = new Found(f.statement(), f.inner("efficiency_at_error"));
        return Rounded.of(values.number(background), errors.number(background));
    }

    private void overtraining() {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : Found.of(run, "monitor")) {
            rows.add(
                    List.of(f.name(), f.withError("gap"), (f.isTrue("overtrained") ? "✗ " : "✓ ") + f.text("verdict")));
        }
        table("Overtraining", List.of("model", "gap", "verdict"), rows);
    }

    private void cuts() {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : Found.of(run, "optimise")) {
            rows.add(List.of(
                    f.name(),
                    f.text("score") + " > " + f.text("cut"),
                    f.text("fom"),
                    f.withError("z"),
                    f.text("quote"),
                    f.withError("s"),
                    f.withError("b")));
        }
        table("Optimised cuts", List.of("name", "cut", "figure of merit", "value", "quoted on", "S", "B"), rows);
    }

    private void yields() {
        List<List<String>> rows = new ArrayList<>();
        for (Found f : Found.of(run, "cutflow")) {
            if (f.values().get("cuts") instanceof List<?> cuts
                    && !cuts.isEmpty()
                    && cuts.get(cuts.size() - 1) instanceof Facts last) {
                Found end = new Found(f.statement(), last.values());
                rows.add(List.of(f.name(), end.text("raw"), Rounded.of(end.number("sumw"), end.number("error"))));
            }
        }
        table("Yields after all cuts", List.of("region", "events", "sum of weights"), rows);
    }

    private void table(String caption, List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            html.table(caption, head, rows);
        }
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.run.Facts;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.Tables;
import hep.winnow.api.text.TextTable;
import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.List;

/** What {@code roc} prints and leaves in {@code run.json}. */
final class RocText {
    private RocText() {}

    static String text(Roc step, RocResult result, List<String> classes) {
        List<RocEntry> entries = result.entries();
        RocEntry first = entries.get(0);
        StringBuilder text = new StringBuilder("roc on " + step.on().text());
        if (classes.size() == 2) {
            text.append(": ")
                    .append(Rounding.count(first.scores().count(1)))
                    .append(" signal and ")
                    .append(Rounding.count(first.scores().count(0)))
                    .append(" background events");
        }
        text.append('\n').append(areas(step, entries));
        if (!result.differences().isEmpty()) {
            text.append(comparisons(result));
        }
        entries.forEach(entry -> notes(entry)
                .forEach(note -> text.append("  ")
                        .append(entry.name())
                        .append(": ")
                        .append(note)
                        .append('\n')));
        return text.toString();
    }

    /** Returns what is to be said of models that were loaded; empty if none was. */
    static String loaded(List<String> models) {
        return models.isEmpty()
                ? ""
                : "  " + String.join(", ", models)
                        + ": loaded, so that nothing checks whether some of these events trained "
                        + (models.size() == 1 ? "it" : "them") + "\n";
    }

    private static List<String> notes(RocEntry entry) {
        List<String> notes = new ArrayList<>();
        if (entry.scores().missing() > 0) {
            notes.add(Rounding.count(entry.scores().missing(), "event") + " without a score left out");
        }
        if (entry.isTurned()) {
            notes.add("turned, smaller is more like signal");
        } else if (entry.isPlain() && entry.area().value() < 0.5) {
            notes.add("smaller is more like signal; turn=true takes it with the opposite sign");
        }
        return notes;
    }

    private static String areas(Roc step, List<RocEntry> entries) {
        List<String> head = new ArrayList<>(List.of("", "AUC"));
        for (double at : step.at()) {
            head.add("signal at " + Rounding.shortest(at));
        }
        List<List<String>> rows = new ArrayList<>();
        for (RocEntry entry : entries) {
            List<String> row = new ArrayList<>(List.of(entry.name(), Estimates.withError(entry.area())));
            for (double at : step.at()) {
                row.add(Estimates.withError(entry.curve().signalEfficiencyAt(at)));
            }
            rows.add(row);
        }
        return Tables.of(head, rows);
    }

    private static String comparisons(RocResult result) {
        TextTable table = new TextTable("difference", "AUC", "significance");
        for (RocResult.Difference d : result.differences()) {
            table.row(
                    result.entries().get(d.first()).name() + " - "
                            + result.entries().get(d.second()).name(),
                    Estimates.withError(d.value()),
                    Rounding.fixed(d.value().sigma(), 1) + " sigma");
        }
        return table.toString();
    }

    static Facts facts(Roc step, RocResult result, int index) {
        RocEntry entry = result.entries().get(index);
        Facts efficiency = new Facts();
        Facts efficiencyError = new Facts();
        for (double at : step.at()) {
            Estimate e = entry.curve().signalEfficiencyAt(at);
            efficiency.put(Rounding.shortest(at), e.value());
            efficiencyError.put(Rounding.shortest(at), e.error());
        }
        List<Facts> comparisons = new ArrayList<>();
        for (RocResult.Difference d : result.differences()) {
            if (d.first() == index || d.second() == index) {
                boolean isFirst = d.first() == index;
                Estimate e = d.value().times(isFirst ? 1 : -1);
                comparisons.add(new Facts()
                        .put(
                                "with",
                                result.entries()
                                        .get(isFirst ? d.second() : d.first())
                                        .name())
                        .put("difference", e.value())
                        .put("error", e.error())
                        .put("sigma", e.sigma()));
            }
        }
        return new Facts()
                .put("on", step.on().text())
                .put("auc", entry.area().value())
                .put("auc_error", entry.area().error())
                .put("efficiency_at", efficiency)
                .put("efficiency_at_error", efficiencyError)
                .put("signal_events", (long) entry.scores().count(1))
                .put("background_events", (long) entry.scores().count(0))
                .put("dropped", (long) entry.scores().missing())
                .put("turned", entry.isTurned())
                .put("comparisons", comparisons);
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code monitor} prints, writes into its figures and leaves in {@code run.json}. */
final class MonitorText {
    private static final int MOST_NOTES = 4;

    private MonitorText() {}

    static String text(String name, TrainedModel model, Evidence evidence, Verdict verdict) {
        StringBuilder text = new StringBuilder("monitor " + name + " (" + model.learner() + "): ");
        text.append(evidence.measure())
                .append(' ')
                .append(Estimates.withError(evidence.train()))
                .append(" on train, ")
                .append(Estimates.withError(evidence.test()))
                .append(" on ")
                .append(evidence.other());
        if (!evidence.other().equals("test")) {
            text.append(" (there is no test part)");
        }
        text.append("\n  ").append(verdict.sentence());
        if (!evidence.ks().isEmpty()) {
            text.append("\n  ").append(ksText(evidence)).append(", by ");
            text.append(Rounding.count(evidence.ks().get(0).permutations(), "permutation"));
        }
        evidence.loss().ifPresent(loss -> text.append("\n  ").append(loss.text()));
        return text.toString();
    }

    private static String ksText(Evidence evidence) {
        List<String> parts = new ArrayList<>();
        for (Evidence.ClassKs ks : evidence.ks()) {
            parts.add(Rounding.shortest(ks.pValue(), 2) + " for " + ks.name());
        }
        return "KS p-value of the responses: " + String.join(", ", parts);
    }

    static List<String> notes(Evidence evidence, Verdict verdict) {
        List<String> notes = new ArrayList<>();
        notes.add("gap " + Estimates.withSigma(evidence.gap()));
        evidence.adjusted().ifPresent(gap -> notes.add(Estimates.withSigma(gap) + " without the luck of the split"));
        notes.add(verdict.conclusion());
        if (evidence.ks().size() > MOST_NOTES) {
            double least = evidence.ks().stream()
                    .mapToDouble(Evidence.ClassKs::pValue)
                    .min()
                    .orElse(Double.NaN);
            notes.add("KS p = " + Rounding.shortest(least, 2) + " at least, of "
                    + evidence.ks().size() + " classes");
            return notes;
        }
        for (Evidence.ClassKs ks : evidence.ks()) {
            notes.add("KS p = " + Rounding.shortest(ks.pValue(), 2) + ", " + ks.name());
        }
        return notes;
    }

    static Facts facts(TrainedModel model, Evidence evidence, Verdict verdict) {
        String measure = evidence.measure().toLowerCase(Locale.ROOT);
        Facts facts = new Facts()
                .put("measure", measure)
                .put("against", evidence.other())
                .put(measure + "_train", evidence.train().value())
                .put(measure + "_train_error", evidence.train().error())
                .put(measure + "_test", evidence.test().value())
                .put(measure + "_test_error", evidence.test().error());
        put(facts, "gap", evidence.gap());
        evidence.adjusted().ifPresent(adjusted -> put(facts, "gap_adjusted", adjusted));
        evidence.lossGap().ifPresent(gap -> put(facts, "loss_gap", gap));
        if (model.task() == Task.BINARY) {
            for (Evidence.ClassKs ks : evidence.ks()) {
                facts.put("ks_" + ks.name(), ks.pValue());
            }
        } else if (!evidence.ks().isEmpty()) {
            Facts byClass = new Facts();
            evidence.ks().forEach(ks -> byClass.put(ks.name(), ks.pValue()));
            facts.put("ks", byClass);
        }
        if (!evidence.ks().isEmpty()) {
            facts.put("ks_permutations", (long) evidence.ks().get(0).permutations());
        }
        evidence.loss()
                .ifPresent(loss -> facts.put("epochs", (long) loss.epochs())
                        .put("model_epoch", (long) loss.modelEpoch())
                        .put("valid_loss_window", (long) loss.window())
                        .put("valid_loss_minimum", loss.minimum())
                        .put("valid_loss_minimum_epoch", (long) loss.minimumEpoch())
                        .put("valid_loss_rise", loss.rise())
                        .put("valid_loss_rise_at_end", loss.lastRise()));
        return facts.put("overtrained", verdict.isOvertrained()).put("verdict", verdict.sentence());
    }

    private static void put(Facts facts, String key, Estimate e) {
        facts.put(key, e.value()).put(key + "_error", e.error()).put(key + "_sigma", e.sigma());
    }
}

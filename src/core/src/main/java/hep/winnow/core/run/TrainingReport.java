package hep.winnow.core.run;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.model.PipelineFitter;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of a training: on the terminal and in {@code run.json}. */
final class TrainingReport {
    private final Engine engine;
    private final Context context;
    private final Planned statement;
    private final ModelDecl decl;

    TrainingReport(Engine engine, Context context, Planned statement, ModelDecl decl) {
        this.engine = engine;
        this.context = context;
        this.statement = statement;
        this.decl = decl;
    }

    void tell(Model model, History history, Prepared prepared) {
        PipelineFitter.Fitted fitted = prepared.fitted();
        int valid = prepared.valid().size();
        Facts facts = new Facts()
                .put("learner", decl.learner())
                .put("parameters", model.parameters())
                .put("train_events", prepared.counts().events())
                .put("valid_events", valid)
                .put("ignored_events", prepared.counts().dropped())
                .put("transform", fitted.notes())
                .put("epochs", history.lastEpoch())
                .put("evaluated_epochs", column(history, EpochReport::epoch))
                .put("best_epoch", history.bestEpoch())
                .put("loss", column(history, EpochReport::trainLoss))
                .put("valid_loss", column(history, EpochReport::validLoss))
                .put("train_auc", column(history, EpochReport::trainAuc))
                .put("valid_auc", column(history, EpochReport::validAuc))
                .put("train_accuracy", column(history, EpochReport::trainAccuracy))
                .put("valid_accuracy", column(history, EpochReport::validAccuracy));
        int layers = history.epochs().isEmpty()
                ? 0
                : history.epochs().get(0).gradients().size();
        if (layers > 0) {
            Facts gradients = new Facts();
            for (int l = 0; l < layers; l++) {
                int layer = l;
                gradients.put(
                        "layer" + (l + 1), column(history, e -> e.gradients().get(layer)));
            }
            facts.put("gradients", gradients);
        }
        Facts settings = new Facts();
        statement.bound().settings().forEach(settings::put);
        context.result(facts.put("settings", settings).put("seconds", history.seconds()));
        context.print(summary(model, history, prepared));
    }

    private static double[] column(History history, java.util.function.ToDoubleFunction<EpochReport> of) {
        return history.epochs().stream().mapToDouble(of).toArray();
    }

    private String summary(Model model, History history, Prepared prepared) {
        PipelineFitter.Fitted fitted = prepared.fitted();
        int valid = prepared.valid().size();
        long dropped = prepared.counts().dropped();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %s, %d parameters, %d inputs, trained on %d events (%s)%s%s",
                decl.name(),
                decl.learner(),
                model.parameters(),
                decl.inputs().size(),
                prepared.counts().events(),
                parts(prepared.counts()),
                valid > 0 ? ", validated on " + valid : "",
                dropped > 0 ? "; " + dropped + " events of negative weight left out" : ""));
        if (!fitted.notes().isEmpty()) {
            text.append("\n  inputs: ").append(String.join(", then ", fitted.notes()));
        }
        history.ofModel().ifPresent(report -> text.append(course(history, report)));
        String described = model.describe(fitted.featureNames());
        if (!described.isEmpty()) {
            text.append('\n').append(described.stripTrailing().indent(2).stripTrailing());
        }
        return text.toString();
    }

    private static String course(History history, EpochReport report) {
        String kept = history.bestEpoch() > 0 ? ", kept epoch " + history.bestEpoch() : "";
        String valid = Double.isNaN(report.validLoss()) ? "" : ", valid " + Numbers.significant(report.validLoss(), 4);
        return "\n  " + history.lastEpoch() + " epochs" + kept + ": loss " + Numbers.significant(report.trainLoss(), 4)
                + valid;
    }

    private String parts(Prepared.Counts counts) {
        if (decl.task() != Task.BINARY && decl.task() != Task.MULTICLASS) {
            return "sum of weights " + Numbers.significant(counts.sumW(), 6);
        }
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < engine.classes().size(); c++) {
            parts.add(counts.ofClass()[c] + " " + engine.classes().get(c));
        }
        return String.join(", ", parts);
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/**
 * ROC curves of models and columns on the same events, with areas, errors and paired comparisons. With several classes a model has one curve per class, against the
 * rest.
 */
@Verb(
        value = "roc",
        doc =
                "Draws ROC curves and tells the area under each with its error, the signal efficiency at given background efficiencies, and which scores"
                        + " differ. All numbers use the samples' weights, negative ones too; recorded data is left out.",
        examples = {
            "roc [nn, ld] on test",
            "roc [nn, mll] on test save=\"roc.pdf\"",
            "roc [nn, mll] on test axes=efficiency turn=true at=[0.001, 0.01]"
        },
        alsoKnownAs = {"roc_curve", "plot_roc", "compare"})
public record Roc(
        @Operand(doc = "what is judged: models, columns, or formulas; larger is taken as more like signal")
        List<EventExpression> scores,

        @Operand(keyword = "on", doc = "the events, such as the test part")
        Scope on,

        @Option(
                doc = "background efficiencies at which the signal efficiency is told",
                value = "[0.01, 0.1, 0.3]",
                min = 0,
                max = 1)
        List<Double> at,

        @Option(
                doc =
                        "rejection: background rejection over signal efficiency; efficiency: signal efficiency over background efficiency",
                value = "rejection")
        RocAxes axes,

        @Option(
                doc = "whether a column or formula whose area is below 0.5 is taken with the opposite sign",
                value = "false")
        boolean turn,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    public Roc {
        scores = List.copyOf(scores);
        at = List.copyOf(at);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("roc needs a score, such as the name of a model; found none");
        }
    }

    /** Returns the models that come from files: of these no one here knows which events trained them. */
    private List<String> loaded(StepContext context) {
        return scores.stream()
                .flatMap(score -> score.model().stream())
                .map(context::model)
                .filter(model -> model.trainScope().isEmpty())
                .map(TrainedModel::name)
                .distinct()
                .toList();
    }

    @Override
    public void run(StepContext context) {
        RocResult result = RocResult.of(RocEntry.of(this, context));
        context.print(RocText.text(this, result, context.classes()) + RocText.loaded(loaded(context)));
        for (int i = 0; i < result.entries().size(); i++) {
            context.result(result.entries().get(i).name(), RocText.facts(this, result, i));
        }
        Sheet sheet = RocFigure.of(this, result.entries());
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }
}

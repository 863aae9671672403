package hep.winnow.evaluation;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches for overtraining: how each model does on the events that trained it, and on others. The rule of its verdict stands at {@link Verdict}. */
@Verb(
        value = "monitor",
        doc =
                "Tells whether models are overtrained: the gap between train and test with its error, permutation tests of the response per class, the course"
                        + " of the losses, and a verdict in words. Without a test part the valid part is taken instead.",
        examples = {"monitor nn", "monitor [nn, ld] save=\"monitor.png\""},
        alsoKnownAs = {"overtraining", "overtraining_check", "learning_curve", "loss_curve", "training_history"})
public record Monitor(
        @Operand(doc = "the models") List<ModelRef> models,

        @Option(
                doc =
                        "number of permutations behind a p-value; fewer are made where they would take long, and that is told",
                value = "1000",
                min = 19,
                max = 1_000_000)
        int permutations,

        @Option(doc = "number of bins of the responses", value = "40", min = 2, max = 1000)
        int bins,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    public Monitor {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("monitor needs the name of a model, found none");
        }
    }

    @Override
    public boolean comparesWithTraining() {
        return true;
    }

    @Override
    public void run(StepContext context) {
        List<List<Figure>> panels = new ArrayList<>();
        for (ModelRef ref : models) {
            TrainedModel model = context.model(ref);
            List<Figure> row = new ArrayList<>(CourseFigures.of(model));
            for (Watch watch : Watch.of(ref, model, this, context)) {
                Verdict verdict = Verdict.of(watch.evidence());
                context.print(MonitorText.text(watch.name(), model, watch.evidence(), verdict));
                context.result(watch.name(), MonitorText.facts(model, watch.evidence(), verdict));
                row.add(watch.response(verdict));
            }
            panels.add(row);
        }
        int columns = panels.stream().mapToInt(List::size).max().orElse(1);
        Sheet sheet = new Sheet("", panels.stream().flatMap(List::stream).toList(), columns);
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which classes a model takes for which. */
@Verb(
        value = "confusion",
        doc =
                "Tells which classes a model takes for which: for each true class the shares of its sum of weights that go into each class, with errors. Two classes are parted by the model's threshold, several by the greatest output.",
        examples = {"confusion nn on test", "confusion nn on test save=\"confusion.png\""},
        alsoKnownAs = {"confusion_matrix"})
public record Confusion(
        @Operand(doc = "the model") ModelRef model,
        @Operand(keyword = "on", doc = "the events") Scope on,

        @Option(doc = "figure to write: shares as colours, the true class upwards")
        Optional<OutputFile> save)
        implements TableStep {
    @Override
    public void run(StepContext context) {
        Decisions decisions = Decisions.of("confusion", model, on, context);
        ConfusionMatrix matrix = ConfusionMatrix.of(decisions);
        List<String> classes = decisions.model().classes();
        context.print(matrix.text(decisions.model().name(), on.text(), classes));
        context.result(decisions.model().name(), facts(matrix, classes));
        Sheet sheet = Sheet.of(matrix.figure(decisions.model().name() + " on " + on.text(), classes));
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }

    private Facts facts(ConfusionMatrix matrix, List<String> classes) {
        List<Facts> rows = new ArrayList<>();
        for (int t = 0; t < classes.size(); t++) {
            rows.add(new Facts()
                    .put("class", classes.get(t))
                    .put("events", (long) matrix.events(t))
                    .put("sumw", matrix.total(t))
                    .put("share", matrix.shares(t))
                    .put("error", matrix.errors(t)));
        }
        return new Facts().put("on", on.text()).put("classes", classes).put("rows", rows);
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.Interval;
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

/** Draws what models of two inputs say over the plane of these, side by side. */
@Verb(
        value = "boundary",
        doc =
                "Draws the decision regions of models with two inputs, side by side, with events as points: the response as colours, and the line where it"
                        + " passes the model's threshold. Several classes are shown by the greatest output, a regression by its prediction.",
        examples = {
            "boundary [p, ld, nn] on test save=\"regions.png\"",
            "boundary nn on moons x=-2..3 y=-1.5..2 grid=400"
        },
        alsoKnownAs = {"decision_boundary"})
public record Boundary(
        @Operand(doc = "the models; each has two inputs") List<ModelRef> models,

        @Operand(
                keyword = "on",
                doc = "the events that are drawn; without it those kept from the training, if any",
                optional = true)
        Optional<Scope> on,

        @Option(doc = "range of the first input; without it that of the events, with a margin")
        Optional<Interval> x,

        @Option(doc = "range of the second input; without it that of the events, with a margin")
        Optional<Interval> y,

        @Option(doc = "cells along each axis", value = "200", min = 2, max = 2000)
        int grid,

        @Option(doc = "greatest number of events that are drawn", value = "2000", min = 0, max = 100_000)
        int points,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    private static final int MOST_COLUMNS = 3;

    public Boundary {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("boundary needs the name of a model, found none");
        }
    }

    @Override
    public boolean comparesWithTraining() {
        return true;
    }

    @Override
    public void run(StepContext context) {
        List<Figure> panels = new ArrayList<>();
        for (ModelRef ref : models) {
            TrainedModel model = context.model(ref);
            if (model.inputs().size() != 2) {
                throw UserError.macro(
                        "boundary draws models of two inputs, '" + model.name() + "' has "
                                + model.inputs().size() + ": " + String.join(", ", model.inputs()),
                        "train a model with vars=[a, b]");
            }
            if (model.targets().size() > 1) {
                throw UserError.macro(
                        "boundary draws one response a model, '" + model.name() + "' predicts "
                                + model.targets().size() + " targets",
                        "train a model of one target");
            }
            Regions regions = Regions.of(ref, model, scope(model), this, context);
            panels.add(regions.figure(this));
            context.print(regions.text());
            context.result(
                    model.name(),
                    new Facts()
                            .put("on", regions.scope())
                            .put(
                                    "x",
                                    new double[] {regions.x().low(), regions.x().high()})
                            .put(
                                    "y",
                                    new double[] {regions.y().low(), regions.y().high()})
                            .put("grid", (long) grid));
        }
        Sheet sheet = new Sheet("", panels, Math.min(MOST_COLUMNS, panels.size()));
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }

    private Scope scope(TrainedModel model) {
        return on.or(model::testScope)
                .or(model::validScope)
                .or(model::trainScope)
                .orElseThrow(() -> UserError.macro(
                        "it is not known which events to draw with '" + model.name() + "'", "say on which: on SAMPLE"));
    }
}

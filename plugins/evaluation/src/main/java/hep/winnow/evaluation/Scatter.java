package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws events as points over two columns, coloured by class. */
@Verb(
        value = "scatter",
        doc =
                "Draws events as points over two columns, formulas or outputs of models, in the colours of their classes. Where there are more events than points, each class gets an equal share,"
                        + " so that a rare one can be seen: how many of how many are drawn is told. Weights are not drawn.",
        examples = {
            "scatter [mll, dphi] on presel save=\"plane.png\"",
            "scatter [ae.z1, ae.z2] on test points=2000 save=\"bottleneck.png\""
        },
        alsoKnownAs = {"scatterplot", "scatter_plot"})
public record Scatter(
        @Operand(doc = "two columns, formulas or outputs: across and up")
        List<EventExpression> columns,

        @Operand(keyword = "on", doc = "the events") Scope on,

        @Option(doc = "range of the first; without it that of the events, with a margin")
        Optional<Interval> x,

        @Option(doc = "range of the second; without it that of the events, with a margin")
        Optional<Interval> y,

        @Option(doc = "greatest number of events that are drawn", value = "2000", min = 1, max = 100_000)
        int points,

        @Option(doc = "title of the figure") Optional<String> title,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    public Scatter {
        columns = List.copyOf(columns);
        if (columns.size() != 2) {
            throw new IllegalArgumentException(
                    "scatter draws two columns, found " + columns.size() + ": scatter [x, y] on SAMPLE");
        }
    }

    @Override
    public void run(StepContext context) {
        EventTable events = context.table(on, columns);
        PointChoice choice = PointChoice.of(events, context.classes(), points);
        List<Layer> layers = new ArrayList<>();
        choice.addTo(layers, events);
        int all = choice.groups().stream().mapToInt(PointChoice.Group::all).sum();
        String note = choice.note(on.text()).orElse("no events of " + on.text());
        String missing = all < events.size()
                ? "; " + Rounding.count(events.size() - all, "event") + " without a finite value left out"
                : "";
        context.print(
                "scatter of " + columns.get(0).text() + " and " + columns.get(1).text() + ", " + note + missing);
        context.result(
                new Facts().put("on", on.text()).put("events", (long) all).put("drawn", (long) choice.drawn()));
        Figure figure = new Figure(
                title.orElse(""),
                axis(0, x, events),
                axis(1, y, events),
                layers,
                choice.note(on.text()).stream().toList());
        if (save.isPresent()) {
            context.figure(save.get(), Sheet.of(figure));
        } else {
            context.figure(Sheet.of(figure));
        }
    }

    private Axis axis(int which, Optional<Interval> given, EventTable events) {
        EventExpression column = columns.get(which);
        Interval range = Regions.range(given, events.numbers(which), column.text(), on.text());
        return Axis.of(column.text(), column.unit(), range.low(), range.high());
    }
}

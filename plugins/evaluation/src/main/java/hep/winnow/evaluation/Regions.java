package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One model over the plane of its two inputs.
 *
 * @param model of two inputs
 * @param scope the events, as the macro spells them
 * @param events their inputs
 * @param inputs the two inputs
 * @param x range of the first
 * @param y range of the second
 * @param response at the middle of each cell, row by row from the lowest
 * @param classes names of the classes
 */
record Regions(
        TrainedModel model,
        String scope,
        EventTable events,
        List<EventExpression> inputs,
        Interval x,
        Interval y,
        double[] response,
        List<String> classes) {
    /** Share of the range of the events that is shown beyond it. */
    private static final double MARGIN = 0.05;

    static Regions of(ModelRef ref, TrainedModel model, Scope scope, Boundary step, StepContext context) {
        List<EventExpression> inputs = context.inputs(ref);
        EventTable events = context.table(scope, inputs);
        Interval x = range(step.x(), events.numbers(0), inputs.get(0).text(), scope.text());
        Interval y = range(step.y(), events.numbers(1), inputs.get(1).text(), scope.text());
        int grid = step.grid();
        double[][] nodes = new double[2][grid * grid];
        for (int row = 0; row < grid; row++) {
            for (int column = 0; column < grid; column++) {
                nodes[0][row * grid + column] = x.low() + (column + 0.5) * ((x.high() - x.low()) / grid);
                nodes[1][row * grid + column] = y.low() + (row + 0.5) * ((y.high() - y.low()) / grid);
            }
        }
        double[] scores = context.score(ref, nodes, grid * grid);
        double[] response = model.task() == Task.MULTICLASS ? greatest(scores, grid * grid) : scores;
        return new Regions(model, scope.text(), events, inputs, x, y, response, context.classes());
    }

    /** Returns which of several outputs is greatest, the first of equals. */
    private static double[] greatest(double[] scores, int n) {
        int outputs = scores.length / n;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            int best = 0;
            for (int k = 1; k < outputs; k++) {
                best = scores[i * outputs + k] > scores[i * outputs + best] ? k : best;
            }
            out[i] = best;
        }
        return out;
    }

    /** Returns what is given, or the range of the values with a margin. */
    static Interval range(Optional<Interval> given, double[] values, String input, String scope) {
        if (given.isPresent()) {
            return given.get();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        if (!(low < high)) {
            throw UserError.data(
                    "'" + input + "' has no range on '" + scope + "': there are not two different values",
                    "give ranges x=low..high y=low..high");
        }
        double margin = MARGIN * (high - low);
        return new Interval(low - margin, high + margin);
    }

    String text() {
        return "boundary of " + model.name() + " over " + inputs.get(0).text() + " from "
                + Rounding.shortest(x.low(), 4) + " to " + Rounding.shortest(x.high(), 4) + " and "
                + inputs.get(1).text() + " from " + Rounding.shortest(y.low(), 4) + " to "
                + Rounding.shortest(y.high(), 4) + ", with "
                + Rounding.count(events.size(), "event") + " of " + scope;
    }

    Figure figure(Boundary step) {
        List<Layer> layers = new ArrayList<>();
        boolean isBinary = model.task() == Task.BINARY;
        String label = model.task() == Task.MULTICLASS
                ? "class"
                : isBinary ? "response" : model.task() == Task.UNSUPERVISED ? "score" : "prediction";
        layers.add(new Layer.Field(
                label,
                edges(x, step.grid()),
                edges(y, step.grid()),
                response,
                isBinary ? model.threshold() : Double.NaN));
        boolean isRegression = model.task() == Task.REGRESSION;
        PointChoice choice = PointChoice.of(events, isRegression ? List.of() : classes, step.points());
        choice.addTo(layers, events);
        List<String> notes = choice.note(scope).stream().toList();
        return new Figure(model.name() + " (" + model.learner() + ")", axis(0, x), axis(1, y), layers, notes);
    }

    private Axis axis(int input, Interval range) {
        EventExpression expression = inputs.get(input);
        return Axis.of(expression.text(), expression.unit(), range.low(), range.high());
    }

    private static double[] edges(Interval range, int cells) {
        double[] out = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            out[i] = i == cells ? range.high() : range.low() + i * ((range.high() - range.low()) / cells);
        }
        return out;
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final double[] NO_ERRORS = {};

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

    private static Interval range(Optional<Interval> given, double[] values, String input, String scope) {
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
        int shown = addPoints(layers, step.points());
        String note = shown < events.size()
                ? Rounding.count(shown) + " of " + Rounding.count(events.size(), "event") + " of " + scope
                : Rounding.count(shown, "event") + " of " + scope;
        return new Figure(model.name() + " (" + model.learner() + ")", axis(0, x), axis(1, y), layers, List.of(note));
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

    /** Adds events, every n-th if there are too many; one layer per class, or one in all for a regression. Returns how many. */
    private int addPoints(List<Layer> layers, int most) {
        if (most == 0) {
            return 0;
        }
        int stride = (events.size() + most - 1) / most;
        double[] x0 = events.numbers(0);
        double[] x1 = events.numbers(1);
        boolean isRegression = model.task() == Task.REGRESSION;
        int shown = 0;
        for (int c = -1; c < (isRegression ? 0 : classes.size()); c++) {
            double[] px = new double[events.size()];
            double[] py = new double[events.size()];
            int k = 0;
            for (int i = 0; i < events.size(); i += Math.max(1, stride)) {
                if (isRegression || events.classIndex()[i] == c) {
                    px[k] = x0[i];
                    py[k++] = x1[i];
                }
            }
            if (k > 0) {
                layers.add(new Layer.Points(
                        isRegression ? "events" : c < 0 ? "data" : classes.get(c),
                        Arrays.copyOf(px, k),
                        Arrays.copyOf(py, k),
                        NO_ERRORS,
                        tint(c),
                        true));
            }
            shown += k;
        }
        return shown;
    }

    private Tint tint(int c) {
        if (c < 0) {
            return Tint.DATA;
        }
        return classes.size() > 2 ? Tint.series(c) : c == Scores.SIGNAL ? Tint.SIGNAL : Tint.BACKGROUND;
    }
}

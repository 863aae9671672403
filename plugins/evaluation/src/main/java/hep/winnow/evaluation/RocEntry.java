package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import hep.winnow.kernels.stat.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One curve of a {@code roc} statement.
 *
 * @param name in tables, legends and {@code run.json}
 * @param signal index of the class that counts as signal
 * @param score of every event of the table; NaN where there is none
 * @param table the events
 * @param scores those of the two classes
 * @param curve their ROC curve
 * @param area under it
 * @param isTurned whether the sign was changed
 * @param isPlain whether it is no model
 */
record RocEntry(
        String name,
        int signal,
        double[] score,
        EventTable table,
        Scores scores,
        RocCurve curve,
        Estimate area,
        boolean isTurned,
        boolean isPlain) {
    /** What is to be judged: an expression that should rise with one class. */
    private record Request(String name, EventExpression expression, int signal, boolean isPlain) {}

    /** Returns the curves of a statement, in its order; of a model with several classes one per class. */
    static List<RocEntry> of(Roc step, StepContext context) {
        List<Request> requests = new ArrayList<>();
        for (EventExpression expression : step.scores()) {
            requests.addAll(requests(expression, context));
        }
        EventTable table = context.table(
                step.on(), requests.stream().map(Request::expression).toList());
        List<RocEntry> out = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            out.add(of(requests.get(i), table, table.numbers(i), step, context.classes()));
        }
        return out;
    }

    /** Returns the comparison of this with another curve of the same class: over the events that both score. */
    RocArea.Comparison compare(RocEntry other) {
        double[] first = score.clone();
        double[] second = other.score.clone();
        int[] label = new int[first.length];
        for (int i = 0; i < label.length; i++) {
            int c = table.classIndex()[i];
            boolean isMissing = Double.isNaN(first[i]) || Double.isNaN(second[i]);
            label[i] = c < 0 || isMissing ? -1 : c == signal ? 1 : 0;
        }
        return RocArea.compare(first, second, label, table.weight());
    }

    private static List<Request> requests(EventExpression expression, StepContext context) {
        List<String> classes = context.classes();
        Optional<ModelRef> model = expression.model();
        if (classes.size() == 2) {
            return List.of(new Request(expression.text(), expression, Scores.SIGNAL, model.isEmpty()));
        }
        List<EventExpression> outputs = model.map(context::outputs).orElse(List.of());
        if (outputs.size() != classes.size()) {
            throw UserError.macro(
                    "roc cannot tell which of " + classes.size() + " classes '" + expression.text() + "' stands for",
                    "give a model that was trained on the classes " + String.join(", ", classes));
        }
        List<Request> all = new ArrayList<>();
        for (int c = 0; c < outputs.size(); c++) {
            Request request =
                    new Request(model.orElseThrow().name() + " for " + classes.get(c), outputs.get(c), c, false);
            if (outputs.get(c).text().equals(expression.text())) {
                return List.of(request);
            }
            all.add(request);
        }
        return all;
    }

    private static RocEntry of(Request request, EventTable table, double[] score, Roc step, List<String> classes) {
        List<String> names = classes.size() == 2 ? classes : List.of("rest", classes.get(request.signal()));
        Scores scores = Scores.of(table, score, request.signal())
                .bothClasses("'" + request.name() + "'", step.on().text(), names);
        Estimate area = RocArea.estimate(scores.score(), scores.label(), scores.weight());
        if (step.turn() && request.isPlain() && area.value() < 0.5) {
            double[] opposite = new double[score.length];
            for (int i = 0; i < opposite.length; i++) {
                opposite[i] = -score[i];
            }
            Request turned = new Request(request.name(), request.expression(), request.signal(), false);
            RocEntry entry = of(turned, table, opposite, step, classes);
            return new RocEntry(
                    entry.name, entry.signal, opposite, table, entry.scores, entry.curve, entry.area, true, true);
        }
        RocCurve curve = RocCurve.of(scores.score(), scores.label(), scores.weight());
        return new RocEntry(
                request.name(), request.signal(), score, table, scores, curve, area, false, request.isPlain());
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model of two classes: compared by the area under the ROC curve. */
record BinaryWatch(TrainedModel model, Scores train, Scores other, Evidence evidence, int bins) implements Watch {
    /** A gap in AUC below this is of no consequence, unless little is left to 1. */
    private static final double NEGLIGIBLE = 0.005;

    /** Share of what AUC(test) lacks to 1, below which a gap is of no consequence. */
    private static final double NEGLIGIBLE_SHARE = 0.1;

    /** A gap below this is of no consequence, however little is left to 1: at an AUC of 0.9997 the share would make much of 0.00003. */
    private static final double LEAST = 0.001;

    /** With this error of the gap, 0.04 would go unseen. */
    private static final double VAGUE = 0.02;

    static BinaryWatch of(ModelRef ref, TrainedModel model, Parts parts, Monitor step, StepContext context) {
        List<EventExpression> score = List.of(model.score());
        EventTable trainTable = context.table(parts.train(), score);
        EventTable otherTable = context.table(parts.other(), score);
        List<String> classes = List.of("background", "signal");
        Scores train = Scores.of(trainTable, trainTable.numbers(0), Scores.SIGNAL)
                .bothClasses("'" + model.name() + "'", parts.train().text(), classes);
        Scores other = Scores.of(otherTable, otherTable.numbers(0), Scores.SIGNAL)
                .bothClasses("'" + model.name() + "'", parts.other().text(), classes);
        Estimate trainArea = RocArea.estimate(train.score(), train.label(), train.weight());
        Estimate otherArea = RocArea.estimate(other.score(), other.label(), other.weight());
        List<Evidence.ClassKs> ks = new ArrayList<>();
        for (int c = 1; c >= 0; c--) {
            ks.add(KsTest.of(
                    classes.get(c),
                    train.only(c),
                    other.only(c),
                    step.permutations(),
                    context.random().stream("ks").stream(model.name()).stream(c),
                    context.workers()));
        }
        Optional<Pool> pool = pool(ref, parts, trainTable.size() + otherTable.size(), context);
        Evidence evidence = new Evidence(
                "AUC",
                parts.name(),
                trainArea,
                otherArea,
                trainArea.minus(otherArea),
                pool.flatMap(AdjustedGap::of),
                pool.flatMap(LossGap::of),
                negligible(otherArea.value()),
                VAGUE,
                ks,
                LossCourse.of(model.history()));
        return new BinaryWatch(model, train, other, evidence, step.bins());
    }

    /** Returns the gap from which on it is of consequence beside an area. */
    static double negligible(double area) {
        return Math.max(LEAST, Math.min(NEGLIGIBLE, NEGLIGIBLE_SHARE * (1 - area)));
    }

    /** Returns the events with a reference; empty where it cannot be made. */
    private static Optional<Pool> pool(ModelRef ref, Parts parts, int events, StepContext context) {
        List<EventExpression> columns = new ArrayList<>(context.inputs(ref));
        boolean areNumbers = columns.stream().allMatch(c -> c.type().isNumeric());
        int inputs = columns.size();
        if (!areNumbers || !NeighbourReference.isAffordable(events, inputs)) {
            return Optional.empty();
        }
        columns.add(context.model(ref).score());
        List<EventTable> others = new ArrayList<>(List.of(context.table(parts.other(), columns)));
        parts.spare().map(valid -> context.table(valid, columns)).ifPresent(others::add);
        return Optional.of(Pool.of(context.table(parts.train(), columns), others, inputs, context.workers()));
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Figure response(Verdict verdict) {
        ResponseFigure figure = new ResponseFigure(model.name(), evidence.other(), bins);
        figure.add("background", train.only(0), other.only(0), Tint.BACKGROUND);
        figure.add("signal", train.only(1), other.only(1), Tint.SIGNAL);
        return figure.build("response of " + model.name(), MonitorText.notes(evidence, verdict));
    }
}

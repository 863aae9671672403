package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.Scope;
import hep.winnow.kernels.stat.Estimate;
import java.util.List;
import java.util.Optional;

/** A model without classes: compared by the mean of its score, which is larger for what is stranger to it. */
record UnsupervisedWatch(TrainedModel model, EventTable train, EventTable other, Evidence evidence, int bins)
        implements Watch {
    /** A gap below this share of the mean score is of no consequence. */
    private static final double NEGLIGIBLE_SHARE = 0.01;

    /** With an error of this share, a gap of 20 % would go unseen. */
    private static final double VAGUE_SHARE = 0.1;

    static UnsupervisedWatch of(TrainedModel model, Parts parts, Monitor step, StepContext context) {
        EventTable train = context.table(parts.train(), List.of(model.score()));
        EventTable other = context.table(parts.other(), List.of(model.score()));
        Estimate trainMean = mean(model, train, parts.train());
        Estimate otherMean = mean(model, other, parts.other());
        Evidence evidence = new Evidence(
                "score",
                parts.name(),
                trainMean,
                otherMean,
                otherMean.minus(trainMean),
                Optional.empty(),
                NEGLIGIBLE_SHARE * Math.abs(otherMean.value()),
                VAGUE_SHARE * Math.abs(otherMean.value()),
                List.of(),
                LossCourse.of(model.history()));
        return new UnsupervisedWatch(model, train, other, evidence, step.bins());
    }

    private static Estimate mean(TrainedModel model, EventTable table, Scope scope) {
        Estimate mean = WeightedMeans.mean(table.numbers(0), table.weight());
        if (Double.isNaN(mean.value())) {
            throw UserError.data(
                    "'" + scope.text() + "' has no events that '" + model.name()
                            + "' can be judged on, or their weights sum to 0",
                    "check the split, the cuts and the weights");
        }
        return mean;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Figure response(Verdict verdict) {
        ResponseFigure figure = new ResponseFigure(model.name(), evidence.other(), bins);
        figure.add("score", values(train), values(other), Tint.series(0));
        return figure.build("score of " + model.name(), MonitorText.notes(evidence, verdict));
    }

    private static double[][] values(EventTable table) {
        return new double[][] {table.numbers(0), table.weight()};
    }
}

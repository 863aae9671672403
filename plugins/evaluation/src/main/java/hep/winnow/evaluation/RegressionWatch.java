package hep.winnow.evaluation;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.kernels.stat.Estimate;
import java.util.List;
import java.util.Optional;

/** A regression: compared by the root mean square of its residuals. */
record RegressionWatch(String output, Residuals train, Residuals other, Evidence evidence, int bins) implements Watch {
    /** A gap below this share of the rmse is of no consequence. */
    private static final double NEGLIGIBLE_SHARE = 0.01;

    /** With an error of this share, a gap of 20 % would go unseen. */
    private static final double VAGUE_SHARE = 0.1;

    /** An output, and what it should be. */
    record Target(EventExpression output, EventExpression truth) {}

    static RegressionWatch of(TrainedModel model, Target target, Parts parts, Monitor step, StepContext context) {
        Residuals train = Residuals.of(target.output(), target.truth(), parts.train(), context);
        Residuals other = Residuals.of(target.output(), target.truth(), parts.other(), context);
        Estimate trainRmse = train.rootMeanSquare();
        Estimate otherRmse = other.rootMeanSquare();
        Evidence evidence = new Evidence(
                "rmse",
                parts.name(),
                trainRmse,
                otherRmse,
                otherRmse.minus(trainRmse),
                Optional.empty(),
                NEGLIGIBLE_SHARE * otherRmse.value(),
                VAGUE_SHARE * otherRmse.value(),
                List.of(),
                LossCourse.of(model.history()));
        return new RegressionWatch(target.output().text(), train, other, evidence, step.bins());
    }

    @Override
    public String name() {
        return output;
    }

    @Override
    public Figure response(Verdict verdict) {
        ResponseFigure figure = new ResponseFigure(output, evidence.other(), bins);
        figure.add("residuals", values(train), values(other), Tint.series(0));
        return figure.build("residual of " + output, MonitorText.notes(evidence, verdict));
    }

    private static double[][] values(Residuals r) {
        return new double[][] {r.residual(), r.weight()};
    }
}

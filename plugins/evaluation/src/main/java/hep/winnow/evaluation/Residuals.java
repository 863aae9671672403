package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.kernels.stat.Estimate;
import java.util.List;

/**
 * What a regression misses by. Events without a prediction or target hold NaN and take no part.
 *
 * @param residual prediction less target
 * @param target what was to be predicted
 * @param weight of each event
 * @param missing how many are NaN
 */
record Residuals(double[] residual, double[] target, double[] weight, int missing) {
    /** Returns the residuals for a measure; events without one are told in a warning. */
    static Residuals of(String measure, EventExpression output, Scope on, StepContext context) {
        Residuals out = of(output, target(measure, output, context), on, context);
        ScoreMeasures.warn(measure, out.missing(), output.text(), on, context);
        return out;
    }

    private static EventExpression target(String measure, EventExpression output, StepContext context) {
        ModelRef ref = output.model()
                .orElseThrow(() -> UserError.macro(
                        measure + " judges a model, '" + output.text() + "' is none", "name a model with a target"));
        TrainedModel model = context.model(ref);
        if (model.task() != Task.REGRESSION) {
            throw UserError.macro(
                    "'" + model.name() + "' has no target", measure + " judges regressions; use auc() or accuracy()");
        }
        if (model.targets().isEmpty()) {
            throw UserError.macro(
                    "the target of '" + model.name() + "' is not known in this run",
                    measure + " works on models that the macro trains itself");
        }
        List<EventExpression> outputs = context.outputs(ref);
        for (int k = 0; k < model.targets().size(); k++) {
            if (outputs.get(k).text().equals(output.text())) {
                return model.targets().get(k);
            }
        }
        if (model.targets().size() == 1 && output.text().equals(model.name())) {
            return model.targets().get(0);
        }
        throw UserError.macro(
                "'" + output.text() + "' predicts no target",
                "there are "
                        + String.join(
                                ", ",
                                outputs.stream().map(EventExpression::text).toList()));
    }

    /** Returns by how much an output misses a target. */
    static Residuals of(EventExpression output, EventExpression target, Scope on, StepContext context) {
        EventTable table = context.table(on, List.of(output, target));
        double[] prediction = table.numbers(0);
        double[] truth = table.numbers(1);
        double[] residual = new double[table.size()];
        int missing = 0;
        for (int i = 0; i < residual.length; i++) {
            residual[i] = prediction[i] - truth[i];
            missing += Double.isNaN(residual[i]) ? 1 : 0;
        }
        Residuals out = new Residuals(residual, truth, table.weight(), missing);
        if (Double.isNaN(out.meanSquare().value())) {
            throw UserError.data(
                    "'" + on.text() + "' has no events that '" + output.text()
                            + "' can be judged on, or their weights sum to 0",
                    "check the split, the cuts and the weights");
        }
        return out;
    }

    private Estimate meanSquare() {
        double[] square = new double[residual.length];
        for (int i = 0; i < square.length; i++) {
            square[i] = residual[i] * residual[i];
        }
        return WeightedMeans.mean(square, weight);
    }

    /** Returns the root mean square with its error: that of the mean square over twice the root. */
    Estimate rootMeanSquare() {
        Estimate mean = meanSquare();
        double root = Math.sqrt(mean.value());
        return new Estimate(root, root > 0 ? mean.error() / (2 * root) : mean.error());
    }

    double rmse() {
        return rootMeanSquare().value();
    }

    double mae() {
        double[] size = new double[residual.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(residual[i]);
        }
        return WeightedMeans.mean(size, weight).value();
    }

    double r2() {
        double[] known = new double[target.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = Double.isNaN(residual[i]) ? Double.NaN : target[i];
        }
        double mean = WeightedMeans.mean(known, weight).value();
        for (int i = 0; i < known.length; i++) {
            known[i] = (known[i] - mean) * (known[i] - mean);
        }
        return 1 - meanSquare().value() / WeightedMeans.mean(known, weight).value();
    }
}

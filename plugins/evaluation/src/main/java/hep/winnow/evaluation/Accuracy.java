package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.function.Measure;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import java.util.Arrays;

/** {@code accuracy(nn, test)}. */
@Verb(
        value = "accuracy",
        doc =
                "Weighted share of events that a model puts into the right class: by its threshold for two classes, by the greatest output for several.",
        examples = "expect accuracy(nn, test) > 0.95")
public record Accuracy(
        @Operand(doc = "the model") ModelRef model,
        @Operand(doc = "the events") Scope on) implements Measure {
    @Override
    public double measure(StepContext context) {
        TrainedModel trained = context.model(model);
        if (trained.task() == Task.UNSUPERVISED) {
            throw UserError.macro(
                    "'" + trained.name() + "' knows no classes and has no accuracy",
                    "judge its score like a column: auc(" + trained.name() + ", test)");
        }
        if (trained.task() == Task.REGRESSION) {
            throw UserError.macro(
                    "'" + trained.name() + "' predicts a number and has no accuracy", "use rmse() or r2()");
        }
        EventTable table = context.table(on, context.outputs(model));
        double[][] outputs = outputs(table, trained);
        int missing = 0;
        for (int i = 0; i < table.size(); i++) {
            missing += table.classIndex()[i] >= 0 && Double.isNaN(outputs[0][i]) ? 1 : 0;
        }
        ScoreMeasures.warn("accuracy", missing, trained.name(), on, context);
        return WeightedMeans.accuracy(outputs, table.classIndex(), table.weight())
                .value();
    }

    /** Returns one array per class; for two classes the threshold is the rival of the score. */
    private static double[][] outputs(EventTable table, TrainedModel model) {
        if (model.task() == Task.BINARY) {
            double[] score = table.numbers(0);
            double[] threshold = new double[score.length];
            Arrays.setAll(threshold, i -> Double.isNaN(score[i]) ? Double.NaN : model.threshold());
            return new double[][] {threshold, score};
        }
        double[][] out = new double[model.classes().size()][];
        for (int k = 0; k < out.length; k++) {
            out[k] = table.numbers(k);
        }
        return out;
    }
}

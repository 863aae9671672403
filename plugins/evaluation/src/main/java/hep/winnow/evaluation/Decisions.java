package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import java.util.Arrays;

/**
 * What class a model puts each event into: of two by its threshold, of several by the greatest output, the first of equals.
 *
 * @param model that decides
 * @param outputs one array per class; for two classes the threshold is the rival of the score
 * @param classIndex the true class of each event; -1 for data
 * @param weight of each event
 */
record Decisions(TrainedModel model, double[][] outputs, int[] classIndex, double[] weight) {
    /** Returns the decisions on events; those without a score are told in a warning of {@code what}. */
    static Decisions of(String what, ModelRef ref, Scope on, StepContext context) {
        TrainedModel model = context.model(ref);
        if (model.task() == Task.UNSUPERVISED) {
            throw UserError.macro(
                    "'" + model.name() + "' knows no classes and has no " + what,
                    "judge its score like a column: auc(" + model.name() + ", test)");
        }
        if (model.task() == Task.REGRESSION) {
            throw UserError.macro("'" + model.name() + "' predicts a number and has no " + what, "use rmse() or r2()");
        }
        EventTable table = context.table(on, context.outputs(ref));
        Decisions decisions = new Decisions(model, outputs(table, model), table.classIndex(), table.weight());
        ScoreMeasures.warn(what, decisions.missing(), model.name(), on, context);
        return decisions;
    }

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

    private int missing() {
        int missing = 0;
        for (int i = 0; i < weight.length; i++) {
            missing += classIndex[i] >= 0 && Double.isNaN(outputs[0][i]) ? 1 : 0;
        }
        return missing;
    }

    /** Returns the class that event {@code i} is put into; -1 where an output is missing. */
    int chosen(int i) {
        int best = 0;
        for (int k = 0; k < outputs.length; k++) {
            if (Double.isNaN(outputs[k][i])) {
                return -1;
            }
            best = outputs[k][i] > outputs[best][i] ? k : best;
        }
        return best;
    }
}

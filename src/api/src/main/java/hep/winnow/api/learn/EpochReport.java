package hep.winnow.api.learn;

import java.util.List;

/**
 * How training stands after an epoch. What was not measured is NaN.
 *
 * @param epoch 1 for the first
 * @param trainLoss mean loss over the train part, by training weight, without penalty terms
 * @param validLoss the same over the valid part
 * @param trainAuc weighted area under the ROC curve on the train part; binary tasks only
 * @param validAuc the same on the valid part
 * @param trainAccuracy weighted share of the train part whose greatest output is that of its class; tasks of several classes only
 * @param validAccuracy the same on the valid part
 * @param gradients of each layer with weights, from the inputs on, the root mean square over its weights of the slopes that moved them in that epoch; empty for learners without such
 */
public record EpochReport(
        int epoch,
        double trainLoss,
        double validLoss,
        double trainAuc,
        double validAuc,
        double trainAccuracy,
        double validAccuracy,
        List<Double> gradients) {
    public EpochReport {
        gradients = List.copyOf(gradients);
    }

    /** Makes a report without accuracies and gradients. */
    public EpochReport(int epoch, double trainLoss, double validLoss, double trainAuc, double validAuc) {
        this(epoch, trainLoss, validLoss, trainAuc, validAuc, Double.NaN, Double.NaN, List.of());
    }
}

package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.Arrays;
import java.util.Optional;

/**
 * The gap in AUC between train and test with the share taken out that the events themselves are to blame for. A reference scorer that took no part in the training has a gap too, because one
 * part is easier than the other by chance; it is correlated with the model's. With g, g' the gaps of model and reference, C their covariance and V, V' their variances
 * (the formula of the paired comparison, summed over both parts): g − (C/V') g' estimates the same as g, with the variance V − C²/V'. This is the method of
 * control variates.
 */
final class AdjustedGap {
    private AdjustedGap() {}

    /**
     * Returns the adjusted gap; empty if the reference cannot be made.
     *
     * @param train inputs of the model and, as the last column, its score
     * @param other the same of the part that is compared
     * @param inputs number of inputs
     */
    static Optional<Estimate> of(EventTable train, EventTable other, int inputs, Workers workers) {
        int[] trainRows = usable(train, inputs);
        int[] otherRows = usable(other, inputs);
        int n = trainRows.length + otherRows.length;
        double[][] x = new double[inputs][];
        for (int k = 0; k < inputs; k++) {
            x[k] = join(train.numbers(k), trainRows, other.numbers(k), otherRows);
        }
        double[] score = join(train.numbers(inputs), trainRows, other.numbers(inputs), otherRows);
        double[] weight = join(train.weight(), trainRows, other.weight(), otherRows);
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = i < trainRows.length
                    ? train.classIndex()[trainRows[i]]
                    : other.classIndex()[otherRows[i - trainRows.length]];
        }
        double[] reference = NeighbourReference.scores(x, label, weight, workers);
        return of(
                compare(score, reference, label, weight, 0, trainRows.length),
                compare(score, reference, label, weight, trainRows.length, n));
    }

    /** Returns the adjusted gap from model (first) and reference (second) on both parts; empty if the reference has no spread. */
    static Optional<Estimate> of(RocArea.Comparison train, RocArea.Comparison other) {
        Estimate gap = train.first().minus(other.first());
        Estimate reference = train.second().minus(other.second());
        double covariance = train.covariance() + other.covariance();
        double referenceVariance = reference.error() * reference.error();
        double variance = gap.error() * gap.error() - covariance * covariance / referenceVariance;
        if (!(referenceVariance > 0) || !(variance > 0)) {
            return Optional.empty();
        }
        double slope = covariance / referenceVariance;
        return Optional.of(new Estimate(gap.value() - slope * reference.value(), Math.sqrt(variance)));
    }

    private static RocArea.Comparison compare(
            double[] score, double[] reference, int[] label, double[] weight, int from, int to) {
        int[] labels = label.clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i >= from && i < to ? label[i] : -1;
        }
        return RocArea.compare(score, reference, labels, weight);
    }

    private static int[] usable(EventTable table, int scoreColumn) {
        double[] score = table.numbers(scoreColumn);
        int[] rows = new int[score.length];
        int k = 0;
        for (int i = 0; i < score.length; i++) {
            if (table.classIndex()[i] >= 0 && !Double.isNaN(score[i])) {
                rows[k++] = i;
            }
        }
        return Arrays.copyOf(rows, k);
    }

    private static double[] join(double[] first, int[] firstRows, double[] second, int[] secondRows) {
        double[] out = new double[firstRows.length + secondRows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = i < firstRows.length ? first[firstRows[i]] : second[secondRows[i - firstRows.length]];
        }
        return out;
    }
}

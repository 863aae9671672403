package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model on the events that trained it and on others.
 *
 * @param measure what the gap is a difference of: {@code AUC}, {@code accuracy}, {@code rmse}, {@code score}
 * @param other name of the part that is compared with the train part: {@code test} or {@code valid}
 * @param train the measure on the train part
 * @param test the measure on the other part
 * @param gap by how much the model does better on the train part; positive for every measure
 * @param adjusted the gap less what the events themselves differ, if that could be told
 * @param lossGap by what share of itself the loss of other events is above that of the train part, if that could be told
 * @param negligible a gap below this is of no consequence
 * @param vague an error of the gap above this leaves a gap of consequence undetected
 * @param ks p-values per class; empty where nothing is classified
 * @param loss how the validation loss went
 */
record Evidence(
        String measure,
        String other,
        Estimate train,
        Estimate test,
        Estimate gap,
        Optional<Estimate> adjusted,
        Optional<Estimate> lossGap,
        double negligible,
        double vague,
        List<ClassKs> ks,
        Optional<LossCourse> loss) {
    Evidence {
        ks = List.copyOf(ks);
    }

    /** What is known of a model whose losses are not compared. */
    Evidence(
            String measure,
            String other,
            Estimate train,
            Estimate test,
            Estimate gap,
            Optional<Estimate> adjusted,
            double negligible,
            double vague,
            List<ClassKs> ks,
            Optional<LossCourse> loss) {
        this(measure, other, train, test, gap, adjusted, Optional.empty(), negligible, vague, ks, loss);
    }

    /**
     * Permutation p-value of the responses of one class on both parts.
     *
     * @param name of the class
     * @param statistic greatest distance of the distributions
     * @param pValue NaN if it cannot be told
     * @param permutations how many were made
     */
    record ClassKs(String name, double statistic, double pValue, int permutations) {}

    /** Returns the sharpest estimate of the gap. */
    Estimate sharpest() {
        return adjusted.orElse(gap);
    }
}

package hep.winnow.imports.lightgbm;

import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.api.learn.Task;
import java.util.Arrays;
import java.util.List;

/** Scores as {@code Booster.predict} of LightGBM does; it knows what to do with NaN and infinities. */
final class LightgbmScorer implements ForeignScorer {
    private final int inputs;
    private final int outputs;
    private final List<LeafwiseTree> trees;
    private final boolean isMean;
    private final Output output;

    /**
     * Makes a scorer.
     *
     * @param trees of all outputs, in turn
     * @param isMean whether sums are divided by the number of rounds, as those of random forests
     */
    LightgbmScorer(int inputs, int outputs, List<LeafwiseTree> trees, boolean isMean, Output output) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.trees = List.copyOf(trees);
        this.isMean = isMean;
        this.output = output;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void score(double[] x, int rows, double[] out) {
        double[] sums = new double[outputs];
        int rounds = trees.size() / outputs;
        for (int r = 0; r < rows; r++) {
            Arrays.fill(sums, 0);
            for (int t = 0; t < trees.size(); t++) {
                sums[t % outputs] += trees.get(t).value(x, r * inputs);
            }
            for (int k = 0; k < outputs && isMean; k++) {
                sums[k] /= rounds;
            }
            output.apply(sums);
            System.arraycopy(sums, 0, out, r * outputs, outputs);
        }
    }

    @Override
    public boolean takesMissing() {
        return true;
    }

    @Override
    public int parameters() {
        return trees.stream().mapToInt(LeafwiseTree::size).sum();
    }

    @Override
    public double threshold() {
        return output.task() == Task.REGRESSION ? 0 : 0.5;
    }
}

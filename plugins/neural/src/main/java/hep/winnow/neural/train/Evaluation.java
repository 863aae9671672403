package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.stat.RocArea;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.ScoringPass;
import hep.winnow.neural.loss.BatchTerm;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Objective;
import java.util.Optional;

/**
 * Loss and AUC, or accuracy, of a network on a set of events, dropout off and without penalties. Blocks of a fixed number of events go over the threads and are added in order.
 */
final class Evaluation implements Assessment {
    private static final int BLOCK = 256;

    private final Examples examples;
    private final Objective objective;
    private final Head head;
    private final Workers workers;
    private final ScoringPass[] passes;
    private final Optional<BatchTerm> term;
    private final double[] blockLoss;
    private final double[] blockRight;
    /** Last sums of two classes: they order the events as scores do. */
    private final float[] sum;
    /** Scores of two classes, for a term that couples events. */
    private final double[] score;

    /**
     * Makes it ready.
     *
     * @param examples the events; may be empty
     * @param objective of these events
     */
    Evaluation(Assignment assignment, Examples examples, Objective objective, Workers workers) {
        this.examples = examples;
        this.objective = objective;
        this.head = assignment.head();
        this.workers = workers;
        int blocks = (examples.size() + BLOCK - 1) / BLOCK;
        this.blockLoss = new double[blocks];
        this.blockRight = new double[examples.task() == Task.MULTICLASS ? blocks : 0];
        this.sum = new float[examples.task() == Task.BINARY ? examples.size() : 0];
        this.term = objective.batchTerm();
        this.score = new double[term.isPresent() ? examples.size() : 0];
        this.passes = new ScoringPass[Math.min(blocks, workers.threads())];
        for (int s = 0; s < passes.length; s++) {
            passes[s] = new ScoringPass(assignment.network(), BLOCK);
        }
    }

    @Override
    public double sumOfWeights() {
        double sum = 0;
        for (double w : examples.weight()) {
            sum += w;
        }
        return sum;
    }

    @Override
    public Result of(Parameters parameters) {
        if (examples.size() == 0) {
            return Result.NONE;
        }
        pass(parameters);
        double total = 0;
        for (double loss : blockLoss) {
            total += loss;
        }
        double auc = sum.length == 0 ? Double.NaN : RocArea.of(sum, examples.label(), examples.weight());
        double right = 0;
        for (double r : blockRight) {
            right += r;
        }
        double accuracy = blockRight.length == 0 ? Double.NaN : right / sumOfWeights();
        double coupled = term.map(t -> t.ofAll(score)).orElse(0.0);
        return new Result(objective.unit() * total / sumOfWeights() + coupled, auc, accuracy);
    }

    /** Finds loss and last sums of all events. */
    void pass(Parameters parameters) {
        workers.forEach(passes.length, slot -> {
            for (int b = slot; b < blockLoss.length; b += passes.length) {
                blockLoss[b] = block(parameters, b, passes[slot]);
            }
        });
    }

    /** Returns the loss of each block of events, with weights. */
    double[] blockLoss() {
        return blockLoss;
    }

    /** Returns the weights in each block whose class was found, of several classes. */
    double[] blockRight() {
        return blockRight;
    }

    /** Returns the last sum of each event, of two classes. */
    float[] sums() {
        return sum;
    }

    private double block(Parameters parameters, int block, ScoringPass pass) {
        int first = block * BLOCK;
        int rows = Math.min(BLOCK, examples.size() - first);
        pass.input().load(examples.x(), first * examples.features(), rows);
        FloatMatrix sums = pass.forward(parameters, rows);
        double loss = 0;
        double right = 0;
        for (int i = 0; i < rows; i++) {
            float[] z = sums.row(i);
            loss += examples.weight()[first + i] * objective.loss(z, first + i);
            if (sum.length > 0) {
                sum[first + i] = z[0];
            }
            if (score.length > 0) {
                head.score(z, 1, score, first + i);
            }
            if (blockRight.length > 0 && greatest(z, sums.columns()) == examples.label()[first + i]) {
                right += examples.weight()[first + i];
            }
        }
        if (blockRight.length > 0) {
            blockRight[block] = right;
        }
        return loss;
    }

    private static int greatest(float[] z, int n) {
        int best = 0;
        for (int k = 1; k < n; k++) {
            best = z[k] > z[best] ? k : best;
        }
        return best;
    }
}

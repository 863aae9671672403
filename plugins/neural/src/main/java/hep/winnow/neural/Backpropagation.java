package hep.winnow.neural;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of a batch's loss (1/rows)·Σ_i w_i·loss_i + l1·Σ|w| + l2/2·Σw², biases free of penalty. A batch is cut into shards of a fixed number of events, whose gradients are added in order: the bits do
 * not depend on the number of threads.
 */
final class Backpropagation {
    /** Events of a shard. */
    static final int SHARD = 128;
    /** Batches from this size on are spread over threads. */
    private static final int PARALLEL_ROWS = 512;
    /** Shards whose gradients are held at once. */
    private static final int WAVE = 32;

    private final Examples examples;
    private final Objective objective;
    private final Mlp options;
    private final Workers workers;
    private final RandomStream dropout;
    private final ActivationKernel activation;
    private final int[] widths;
    private final FloatMatrix[] transposed;
    private final Parameters total;
    private final List<Pass.Training> passes = new ArrayList<>();
    private long batches;

    Backpropagation(
            Mlp options, Examples examples, Objective objective, int[] widths, Workers workers, RandomStream dropout) {
        this.options = options;
        this.examples = examples;
        this.objective = objective;
        this.widths = widths;
        this.workers = workers;
        this.dropout = dropout;
        this.activation = options.activation().kernel();
        this.total = new Parameters(widths);
        this.transposed = new FloatMatrix[widths.length - 1];
        for (int l = 0; l < transposed.length; l++) {
            transposed[l] = new FloatMatrix(widths[l + 1], widths[l]);
        }
    }

    /**
     * Returns the gradient over the events {@code order[from]} to {@code order[to - 1]}; it is overwritten by the next call.
     */
    Parameters gradient(Parameters parameters, int[] order, int from, int to) {
        for (int l = 1; l < transposed.length; l++) {
            parameters.weights(l).transposeTo(transposed[l]);
        }
        total.clear();
        RandomStream random = dropout.stream(batches++);
        int shards = (to - from + SHARD - 1) / SHARD;
        for (int first = 0; first < shards; first += WAVE) {
            int wave = Math.min(WAVE, shards - first);
            makePasses(wave);
            Batch batch = new Batch(parameters, order, from, to, random);
            int start = first;
            if (to - from >= PARALLEL_ROWS) {
                workers.forEach(wave, s -> shard(batch, start + s, passes.get(s)));
            } else {
                for (int s = 0; s < wave; s++) {
                    shard(batch, start + s, passes.get(s));
                }
            }
            for (int s = 0; s < wave; s++) {
                total.add(passes.get(s).gradient());
            }
        }
        penalise(parameters);
        return total;
    }

    private record Batch(Parameters parameters, int[] order, int from, int to, RandomStream random) {}

    private void makePasses(int count) {
        while (passes.size() < count) {
            passes.add(new Pass.Training(widths, activation, SHARD, options.dropout()));
        }
    }

    private void shard(Batch batch, int shard, Pass.Training pass) {
        int first = batch.from + shard * SHARD;
        int rows = Math.min(SHARD, batch.to - first);
        int features = examples.features();
        for (int i = 0; i < rows; i++) {
            int event = batch.order[first + i];
            System.arraycopy(examples.x(), event * features, pass.input().row(i), 0, features);
        }
        pass.forward(batch.parameters, rows, batch.random.stream(shard));
        double size = (double) batch.to - batch.from;
        for (int i = 0; i < rows; i++) {
            int event = batch.order[first + i];
            float factor = (float) (examples.weight()[event] / size);
            objective.gradient(pass.sums().row(i), event, factor, pass.delta().row(i));
        }
        pass.backward(transposed, rows);
    }

    private void penalise(Parameters parameters) {
        float l1 = (float) options.l1();
        float l2 = (float) options.l2();
        for (int l = 0; l < parameters.layers(); l++) {
            FloatMatrix w = parameters.weights(l);
            for (int k = 0; k < w.rows(); k++) {
                Descent.penalise(total.weights(l).row(k), w.row(k), w.columns(), l1, l2);
            }
        }
    }
}

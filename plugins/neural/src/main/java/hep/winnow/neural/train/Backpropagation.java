package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.BatchPass;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.loss.BatchTerm;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.loss.Pick;
import hep.winnow.neural.model.BufferPool;
import hep.winnow.neural.optimise.Penalty;
import java.util.Optional;

/** The gradient of a batch's loss (1/rows)·Σ_i w_i·loss_i + penalty. */
public final class Backpropagation {
    private final Optional<BatchTerm> term;
    private Examples examples;
    private Objective objective;
    private final Penalty penalty;
    private final RandomStream random;
    private final boolean isRandom;
    private final BatchPass pass;
    private final BufferPool<Pick> picks = new BufferPool<>(() -> new Pick(BatchPass.SHARD));
    private final BatchPass.Feed feed = this::load;
    private final BatchPass.OutputGradient slope = this::slope;
    private long batches;
    private double[] termSlope = {};
    private double termLoss;
    private boolean tellsLoss;
    private double[] shardLoss = {};
    private int[] order = {};
    private int from;
    private int to;

    /**
     * Makes it ready.
     *
     * @param random one stream per batch is taken from it
     */
    public Backpropagation(Assignment assignment, Penalty penalty, Workers workers, RandomStream random) {
        this.examples = assignment.train();
        this.objective = assignment.onTrain();
        this.penalty = penalty;
        this.random = random;
        this.isRandom = assignment.network().isRandom();
        this.pass = new BatchPass(assignment.network(), workers, false);
        this.term = assignment.onTrain().batchTerm();
    }

    /** Goes on with other events, which lie in memory. */
    void over(Examples others, Objective theirs) {
        examples = others;
        objective = theirs;
    }

    /** Makes it tell the {@link #loss} besides, which takes some time. */
    public Backpropagation tellingLoss() {
        tellsLoss = true;
        return this;
    }

    /** Returns how many batches there were. */
    long batches() {
        return batches;
    }

    /** Goes on as if there had been so many batches. */
    void resume(long count) {
        batches = count;
    }

    /** Returns the loss of the last batch with its penalty, in units of the network's outputs. */
    public double loss(Parameters parameters) {
        double sum = 0;
        for (double part : shardLoss) {
            sum += part;
        }
        return sum / (to - from) + termLoss + penalty.of(parameters);
    }

    /**
     * Returns the gradient over the events {@code events[first]} to {@code events[end - 1]}; it is overwritten by the next call.
     */
    public Parameters gradient(Parameters parameters, int[] events, int first, int end) {
        order = events;
        from = first;
        to = end;
        shardLoss = tellsLoss ? new double[(end - first + BatchPass.SHARD - 1) / BatchPass.SHARD] : shardLoss;
        // A stream of its own costs a hash, which nobody would look at where nothing is random.
        RandomStream stream = isRandom ? random.stream(batches) : random;
        batches++;
        if (term.isPresent()) {
            pass.forward(parameters, end - first, stream, feed);
            couple(term.get());
            pass.backward(slope);
        } else {
            pass.step(parameters, end - first, stream, feed, slope);
        }
        penalty.addTo(pass.gradient(), parameters);
        return pass.gradient();
    }

    private void couple(BatchTerm coupling) {
        float[] z = new float[to - from];
        for (int i = 0; i < z.length; i++) {
            z[i] = pass.output(i / BatchPass.SHARD).row(i % BatchPass.SHARD)[0];
        }
        termSlope = new double[z.length];
        termLoss = coupling.of(z, order, from, to, termSlope);
    }

    private void load(int first, int rows, FloatMatrix input) {
        int features = examples.features();
        // Shuffled events lie anywhere in memory. Their ends first: these loads wait for no other, so that the lines of
        // all rows come at once.
        for (int i = 0; i < rows; i++) {
            int at = order[from + first + i] * features;
            float[] row = input.row(i);
            row[0] = examples.x()[at];
            row[features - 1] = examples.x()[at + features - 1];
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(examples.x(), order[from + first + i] * features, input.row(i), 0, features);
        }
    }

    private void slope(int first, int rows, FloatMatrix output, FloatMatrix delta) {
        double size = (double) to - from;
        if (tellsLoss) {
            shardLoss[first / BatchPass.SHARD] = loss(first, rows, output);
        }
        Pick pick = picks.take();
        pick.take(order, from + first, rows);
        for (int i = 0; i < rows; i++) {
            int event = order[from + first + i];
            pick.factors()[i] = (float) (examples.weight()[event] / size);
        }
        objective.gradients(output, pick, delta);
        picks.giveBack(pick);
        if (term.isPresent()) {
            for (int i = 0; i < rows; i++) {
                delta.row(i)[0] += (float) termSlope[first + i];
            }
        }
    }

    private double loss(int first, int rows, FloatMatrix output) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            int event = order[from + first + i];
            sum += examples.weight()[event] * objective.loss(output.row(i), event);
        }
        return sum;
    }
}

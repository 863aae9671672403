package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The way of a whole batch through a network, and of the gradient back. A batch is cut into shards of {@value #SHARD} events, whose gradients are added in order: the bits do not depend on the number of threads.
 * Shards of batches below {@value #PARALLEL_ROWS} events stay on the calling thread. Once buffers are made for a batch, nothing is allocated for another of its size but the streams of dropout. Not safe for several threads.
 */
public final class BatchPass {
    /** Events of a shard. */
    public static final int SHARD = 128;
    /** Batches from this size on are spread over threads. */
    private static final int PARALLEL_ROWS = 512;
    /** Shards held at once where events do not depend on each other. */
    private static final int WAVE = 32;

    /** Writes the inputs of events. */
    @FunctionalInterface
    public interface Feed {
        /** Writes those of the batch's events {@code first} to {@code first + rows - 1} to the first rows of {@code input}. Called from several threads, for parts that do not overlap. */
        void load(int first, int rows, FloatMatrix input);
    }

    /** Writes the gradient of a loss by the outputs. */
    @FunctionalInterface
    public interface OutputGradient {
        /** Writes that of the batch's events {@code first} to {@code first + rows - 1} to the first rows of {@code delta}, all of them. Called from several threads, for parts that do not overlap. */
        void write(int first, int rows, FloatMatrix output, FloatMatrix delta);
    }

    private final Network network;
    private final Workers workers;
    private final boolean toInputs;
    private final int[] barriers;
    private final List<TrainingPass> passes = new ArrayList<>();
    private final Parameters total;
    private Parameters result;
    private final IntConsumer forward = this::forwardShard;
    private final IntConsumer backward = this::backwardShard;
    private final IntConsumer both = this::bothWays;
    private final RowLoop transpose;
    private final RowLoop sum;

    private Parameters parameters;
    private RandomStream random = new RandomStream(0);
    private Feed feed = (first, rows, input) -> {};
    private OutputGradient slope = (first, rows, output, delta) -> {};
    private int rows;
    private int shards;
    private int firstShard;
    private int from;
    private int to;
    private boolean isAtOutput;
    private int usualRows;

    /**
     * Makes it ready.
     *
     * @param toInputs whether the gradient by the inputs is wanted
     */
    public BatchPass(Network network, Workers workers, boolean toInputs) {
        this.network = network;
        this.workers = workers;
        this.toInputs = toInputs;
        this.total = network.zeros();
        this.parameters = total;
        this.result = total;
        this.transpose = new RowLoop(total, workers, (first, end) -> parameters.transpose(first, end));
        this.sum = new RowLoop(total, workers, this::sumRows);
        this.barriers = IntStream.range(0, network.layers().size())
                .filter(l -> network.layers().get(l) instanceof BatchNorm)
                .toArray();
    }

    /**
     * Goes both ways: like {@link #forward} and {@link #backward}, but with less memory and less handing over. Outputs and gradients by inputs of the shards are not to be asked for afterwards.
     *
     * @param p the network's numbers; its running statistics are updated
     * @param batch number of events, at least 1
     * @param stream of this batch
     */
    public void step(Parameters p, int batch, RandomStream stream, Feed input, OutputGradient gradient) {
        if (barriers.length > 0) {
            forward(p, batch, stream, input);
            backward(gradient);
            return;
        }
        begin(p, batch, stream, input);
        slope = gradient;
        int all = shards;
        for (firstShard = 0; firstShard < all; firstShard += WAVE) {
            shards = Math.min(WAVE, all - firstShard);
            makePasses();
            each(both);
            collect();
        }
        firstShard = 0;
        shards = all;
    }

    /** Computes the {@link #output}s of a batch; see {@link #step}. */
    public void forward(Parameters p, int batch, RandomStream stream, Feed input) {
        begin(p, batch, stream, input);
        makePasses();
        from = -1;
        for (int barrier : barriers) {
            to = barrier;
            each(forward);
            LayerPass first = passes.get(0).layer(barrier);
            first.share(layer(barrier));
            first.remember(p, (double) rows / usualRows);
            from = barrier;
        }
        to = network.layers().size();
        each(forward);
    }

    /** Computes {@link #gradient}, and the {@link #inputGradient}s if made for it, of the batch that {@link #forward} saw last. */
    public void backward(OutputGradient gradient) {
        slope = gradient;
        from = network.layers().size();
        isAtOutput = true;
        for (int b = barriers.length - 1; b >= 0; b--) {
            to = barriers[b] + 1;
            each(backward);
            passes.get(0).layer(barriers[b]).shareDelta(layer(barriers[b]));
            from = to;
            isAtOutput = false;
        }
        to = 0;
        each(backward);
        collect();
    }

    /** Returns the number of shards of the batch. */
    public int shards() {
        return shards;
    }

    /** Returns the first event of shard {@code s}. */
    public int first(int s) {
        return s * SHARD;
    }

    /** Returns the number of events of shard {@code s}. */
    public int rows(int s) {
        return Math.min(SHARD, rows - s * SHARD);
    }

    /** Returns the outputs of shard {@code s} after {@link #forward}. */
    public FloatMatrix output(int s) {
        return passes.get(s).output();
    }

    /** Returns the gradient by the inputs of shard {@code s} after {@link #backward}; it may be changed. */
    public FloatMatrix inputGradient(int s) {
        if (!toInputs) {
            throw new IllegalStateException("this pass was not made for the gradient by its inputs");
        }
        return passes.get(s).inputGradient();
    }

    /** Returns the gradient summed over the batch; it may be changed, and is overwritten by the next batch. */
    public Parameters gradient() {
        return result;
    }

    private void begin(Parameters p, int batch, RandomStream stream, Feed input) {
        parameters = p;
        p.makeTransposed(toInputs ? 0 : network.lowestLearner() + 1);
        transpose.run();
        random = stream;
        feed = input;
        rows = batch;
        usualRows = Math.max(usualRows, batch);
        shards = (batch + SHARD - 1) / SHARD;
        firstShard = 0;
        result = total;
    }

    private void makePasses() {
        while (passes.size() < shards) {
            passes.add(new TrainingPass(network, SHARD, toInputs));
        }
    }

    private List<LayerPass> layer(int l) {
        List<LayerPass> all = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            all.add(passes.get(s).layer(l));
        }
        return all;
    }

    private void each(IntConsumer task) {
        if (rows >= PARALLEL_ROWS) {
            workers.forEach(shards, task);
        } else {
            for (int s = 0; s < shards; s++) {
                task.accept(s);
            }
        }
    }

    private void collect() {
        if (rows <= SHARD) {
            result = passes.get(0).gradient();
            return;
        }
        sum.run();
    }

    /** Adds the gradients of all shards, in order, over some rows: each row stays at hand while all are added to it. */
    private void sumRows(int first, int end) {
        for (int i = first; i < end; i++) {
            int n = total.length(i);
            if (firstShard == 0) {
                System.arraycopy(passes.get(0).gradient().row(i), 0, total.row(i), 0, n);
            }
            for (int s = firstShard == 0 ? 1 : 0; s < shards; s++) {
                Descent.add(total.row(i), passes.get(s).gradient().row(i), n);
            }
        }
    }

    /** From layer {@code from}, where shards came together, or from the inputs, to {@code to}. */
    private void forwardShard(int s) {
        TrainingPass pass = passes.get(s);
        int n = rows(s);
        if (from < 0) {
            feed.load(first(s), n, pass.input());
        }
        pass.forward(parameters, Math.max(from, 0), to, n, stream(s, from));
        if (to < network.layers().size()) {
            pass.gather(to, n);
        }
    }

    private void backwardShard(int s) {
        TrainingPass pass = passes.get(s);
        int n = rows(s);
        if (isAtOutput) {
            slope.write(first(s), n, pass.output(), pass.outputDelta());
        }
        pass.backward(parameters, from, to, n);
        if (to > 0) {
            pass.gatherDelta(to - 1, n);
        }
    }

    private void bothWays(int wave) {
        int s = firstShard + wave;
        TrainingPass pass = passes.get(wave);
        int n = rows(s);
        feed.load(first(s), n, pass.input());
        pass.forward(parameters, 0, network.layers().size(), n, stream(s, -1));
        slope.write(first(s), n, pass.output(), pass.outputDelta());
        pass.backward(parameters, network.layers().size(), 0, n);
    }

    /** A stream per shard and stretch of layers. */
    private RandomStream stream(int shard, int stretch) {
        if (!network.isRandom()) {
            return random;
        }
        RandomStream mine = random.stream(shard);
        return stretch < 0 ? mine : mine.stream(stretch);
    }
}

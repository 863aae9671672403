package hep.winnow.neural.train;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Epochs over events that do not lie in memory, by a shuffle in two levels: the blocks of the file are shuffled, some of them at a time are read into a window, and batches are drawn from the shuffled events of the window.
 * The order follows from the seed, the events and the memory that they may take alone.
 */
final class StoredEpochs implements Epochs {
    /** The most and the least events of a block. The window should hold many blocks, so that it is a fair sample where events lie in the file class by class. */
    private static final int MOST = 4096;

    private static final int LEAST = 64;
    private static final int BLOCKS = 128;

    /** Weight, class and place in the order. */
    private static final int EVENT_BYTES = 16;

    private final Examples train;
    private final Assignment assignment;
    private final BatchSteps steps;
    private final RandomStream shuffle;
    private final int batch;
    private final int length;
    private final int window;
    private final int blocks;

    StoredEpochs(
            Course course,
            Assignment assignment,
            Parameters parameters,
            Backpropagation backpropagation,
            TrainingContext context) {
        this.train = assignment.train();
        this.assignment = assignment;
        this.steps = new BatchSteps(course, parameters, backpropagation, context);
        this.shuffle = context.random().stream("shuffle");
        // Two windows are in memory while the next is read, and half of it is for judging.
        long events = Math.min(train.size(), context.scratch().memory() / 4 / bytes(train));
        this.length = (int) Math.max(LEAST, Math.min(MOST, events / BLOCKS));
        this.window = (int) Math.max(1, events / length);
        this.blocks = (int) ((train.size() + (long) length - 1) / length);
        this.batch = Math.min(course.batch(), train.size());
        if (batch > (long) window * length) {
            throw UserError.macro(
                    "a batch of " + batch + " events does not fit into a window of " + (long) window * length
                            + ", which is what memory= leaves of the " + train.size() + " train events",
                    "give a smaller batch=, or more memory=");
        }
    }

    private static long bytes(Examples events) {
        return EVENT_BYTES + (long) Float.BYTES * events.features() + 2L * Double.BYTES * events.targets();
    }

    /** Tells how batches are drawn. */
    String told() {
        return "batches are drawn from a window of " + window + " of " + blocks + " blocks of " + length
                + " events, shuffled by seed";
    }

    @Override
    public boolean run(int epoch) {
        RandomStream random = shuffle.stream(epoch);
        int[] order = upTo(blocks);
        random.stream("blocks").shuffle(order);
        steps.begin(epoch, batches());
        for (int from = 0; from < blocks; from += window) {
            int[] which = Arrays.copyOfRange(order, from, Math.min(blocks, from + window));
            Examples events = train.blocks(length, which);
            int[] place = upTo(events.size());
            random.stream("events").stream(from).shuffle(place);
            steps.over(events, assignment.objective().apply(events));
            for (int first = 0; first < place.length; first += batch) {
                steps.step(place, first, Math.min(first + batch, place.length));
            }
        }
        return true;
    }

    /** Each window ends with a batch of what is left. */
    private int batches() {
        int perWindow = (window * length + batch - 1) / batch;
        return Math.max(1, (blocks + window - 1) / window * perWindow);
    }

    private static int[] upTo(int n) {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = i;
        }
        return out;
    }

    @Override
    public List<Double> gradients() {
        return steps.gradients();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        steps.save(out);
    }

    @Override
    public void load(DataInput in, int epochs) throws IOException {
        steps.load(in);
    }
}

package hep.winnow.api.learn;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Events as a learner sees them. All arrays are handed over for reading only.
 *
 * <p>Most lie in memory, and their arrays can be had. Those that do not fit lie in a file: a step that says so ({@link hep.winnow.api.step.TrainStep#takesStored()}) asks for them by {@link #part} and {@link #blocks}, which
 * give examples in memory, and work for either kind.
 *
 * <p>Weights are training weights of mean 1 over the train part, of any sign if the macro keeps negative ones.
 */
public final class Examples {
    /** Inputs in a part of events that lie in a file. */
    private static final int PART_NUMBERS = 1 << 19;

    private final Task task;
    private final int classes;
    private final int features;
    private final float[] x;
    private final double[] weight;
    private final int[] label;
    private final double[] target;
    private final int targets;
    private final double[][] spectators;
    private final int size;
    private final boolean isStored;
    private final Optional<Reader> reader;

    /** Reads events that lie in a file. Safe for several threads. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Returns some runs of events, one run after the other, in memory.
         *
         * @param from first event of each run
         * @param to behind the last event of each run
         */
        Examples read(int[] from, int[] to);
    }

    /**
     * Makes a set of examples; of a regression with one target.
     *
     * @param task what is learnt
     * @param classes number of classes: 2 for a binary task, 0 for a regression, 1 for an unsupervised task
     * @param features number of inputs, at least 1
     * @param x inputs, row by row (size x features), all finite
     * @param weight one per event, finite
     * @param label class of each event; empty for a regression, all 0 for an unsupervised task
     * @param target number of each event; empty for all but a regression
     */
    public Examples(Task task, int classes, int features, float[] x, double[] weight, int[] label, double[] target) {
        this(task, classes, features, x, weight, label, target, task == Task.REGRESSION ? 1 : 0);
    }

    /**
     * Makes a set of examples.
     *
     * @param task what is learnt
     * @param classes number of classes: 2 for a binary task, 0 for a regression, 1 for an unsupervised task
     * @param features number of inputs, at least 1
     * @param x inputs, row by row (size x features), all finite
     * @param weight one per event, finite
     * @param label class of each event; empty for a regression, all 0 for an unsupervised task
     * @param target numbers of each event, row by row (size x targets); empty for all but a regression
     * @param targets how many numbers a regression predicts; 0 for all other tasks
     */
    public Examples(
            Task task,
            int classes,
            int features,
            float[] x,
            double[] weight,
            int[] label,
            double[] target,
            int targets) {
        int size = weight.length;
        if (x.length != size * features) {
            throw new IllegalArgumentException(
                    "x holds " + x.length + " numbers, expected " + size + " events x " + features + " features");
        }
        if (task == Task.REGRESSION ? target.length != size * targets : label.length != size) {
            throw new IllegalArgumentException(
                    task == Task.REGRESSION
                            ? "there are " + target.length + " targets, expected " + size + " events x " + targets
                            : "there are " + label.length + " labels, expected " + size + ", as many as weights");
        }
        this.task = task;
        this.classes = classes;
        this.features = features;
        this.x = x;
        this.weight = weight;
        this.label = label;
        this.target = target;
        this.targets = targets;
        this.spectators = new double[0][];
        this.size = size;
        this.isStored = false;
        this.reader = Optional.empty();
    }

    private Examples(Task task, int classes, int features, int targets, int size, Reader reader) {
        this.task = task;
        this.classes = classes;
        this.features = features;
        this.targets = targets;
        this.size = size;
        this.isStored = true;
        this.reader = Optional.of(reader);
        this.x = new float[0];
        this.weight = new double[0];
        this.label = new int[0];
        this.target = new double[0];
        this.spectators = new double[0][];
    }

    /**
     * Returns examples that lie in a file.
     *
     * @param task what is learnt
     * @param classes number of classes, as for examples in memory
     * @param features number of inputs, at least 1
     * @param targets how many numbers a regression predicts; 0 for all other tasks
     * @param size number of events
     * @param reader of them
     */
    public static Examples stored(Task task, int classes, int features, int targets, int size, Reader reader) {
        return new Examples(task, classes, features, targets, size, reader);
    }

    private Examples(Examples other, double[][] spectators) {
        this.task = other.task;
        this.classes = other.classes;
        this.features = other.features;
        this.x = other.x;
        this.weight = other.weight;
        this.label = other.label;
        this.target = other.target;
        this.targets = other.targets;
        this.spectators = spectators;
        this.size = other.size;
        this.isStored = other.isStored;
        this.reader = other.reader;
    }

    /** Tells whether they lie in memory: if not, none of their arrays can be had. */
    public boolean isInMemory() {
        return !isStored;
    }

    /** Returns the events from {@code from} to {@code to} (excluded), in memory. */
    public Examples part(int from, int to) {
        return from == 0 && to == size && isInMemory() ? this : runs(new int[] {from}, new int[] {to});
    }

    /**
     * Hands all events to {@code visitor}, in order: those in memory as one part, others in parts of a few megabytes. Each part but the last holds a multiple of 256 events.
     */
    public void forEachPart(Consumer<Examples> visitor) {
        int length = isInMemory() ? Math.max(1, size) : Math.max(1, Math.min(256, PART_NUMBERS / features / 256)) * 256;
        for (long from = 0; from < size; from += length) {
            visitor.accept(part((int) from, (int) Math.min(size, from + length)));
        }
    }

    /**
     * Returns some blocks of events, one after the other, in memory. Block k begins with event {@code k · length}; the last one may be shorter.
     *
     * @param length of a block
     * @param which numbers of the blocks
     */
    public Examples blocks(int length, int... which) {
        int[] from = new int[which.length];
        int[] to = new int[which.length];
        for (int k = 0; k < which.length; k++) {
            from[k] = Math.multiplyExact(which[k], length);
            to[k] = (int) Math.min(size, from[k] + (long) length);
        }
        return runs(from, to);
    }

    private Examples runs(int[] from, int[] to) {
        return reader.map(r -> r.read(from, to)).orElseGet(() -> copy(from, to));
    }

    private Examples copy(int[] from, int[] to) {
        int n = 0;
        for (int k = 0; k < from.length; k++) {
            n += to[k] - from[k];
        }
        float[] someX = new float[n * features];
        double[] someWeight = new double[n];
        int[] someLabel = new int[label.length == 0 ? 0 : n];
        double[] someTarget = new double[n * targets];
        double[][] someSpectators = new double[spectators.length][n];
        int at = 0;
        for (int k = 0; k < from.length; k++) {
            int rows = to[k] - from[k];
            System.arraycopy(x, from[k] * features, someX, at * features, rows * features);
            System.arraycopy(weight, from[k], someWeight, at, rows);
            if (someLabel.length > 0) {
                System.arraycopy(label, from[k], someLabel, at, rows);
            }
            System.arraycopy(target, from[k] * targets, someTarget, at * targets, rows * targets);
            for (int s = 0; s < spectators.length; s++) {
                System.arraycopy(spectators[s], from[k], someSpectators[s], at, rows);
            }
            at += rows;
        }
        return new Examples(task, classes, features, someX, someWeight, someLabel, someTarget, targets)
                .withSpectators(someSpectators);
    }

    private void needMemory() {
        if (isStored) {
            throw new IllegalStateException("these " + size + " events do not lie in memory: ask for parts of them");
        }
    }

    /**
     * Returns the same examples with further numbers that are no inputs.
     *
     * @param values one array per column that {@link hep.winnow.api.step.TrainStep#spectators()} names, one number per event, all finite
     */
    public Examples withSpectators(double[][] values) {
        for (double[] column : values) {
            if (column.length != size()) {
                throw new IllegalArgumentException(
                        "a spectator has " + column.length + " numbers, expected " + size() + ", as many as weights");
            }
        }
        return new Examples(this, values);
    }

    /** Returns what is learnt. */
    public Task task() {
        return task;
    }

    /** Returns the number of classes; 0 for a regression, 1 for an unsupervised task. */
    public int classes() {
        return classes;
    }

    /** Returns the number of events. */
    public int size() {
        return size;
    }

    /** Returns the number of inputs. */
    public int features() {
        return features;
    }

    /** Returns the inputs, row by row. */
    public float[] x() {
        needMemory();
        return x;
    }

    /** Returns the training weights. */
    public double[] weight() {
        needMemory();
        return weight;
    }

    /** Returns the classes; empty for a regression, all 0 for an unsupervised task. */
    public int[] label() {
        needMemory();
        return label;
    }

    /** Returns how many numbers a regression predicts; 0 for all other tasks. */
    public int targets() {
        return targets;
    }

    /** Returns the targets, row by row (size x {@link #targets()}); empty for all but a regression. */
    public double[] target() {
        needMemory();
        return target;
    }

    /** Returns the values of spectator {@code k}, as the events have them: nothing is scaled. */
    public double[] spectator(int k) {
        needMemory();
        return spectators[k];
    }
}

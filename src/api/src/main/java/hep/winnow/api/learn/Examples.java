package hep.winnow.api.learn;

/**
 * Events as a learner sees them. All arrays are handed over for reading only.
 *
 * <p>Weights are training weights of mean 1 over the train part, of any sign if the macro keeps negative ones.
 */
public final class Examples {
    private final Task task;
    private final int classes;
    private final int features;
    private final float[] x;
    private final double[] weight;
    private final int[] label;
    private final double[] target;
    private final int targets;
    private final double[][] spectators;

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
        return weight.length;
    }

    /** Returns the number of inputs. */
    public int features() {
        return features;
    }

    /** Returns the inputs, row by row. */
    public float[] x() {
        return x;
    }

    /** Returns the training weights. */
    public double[] weight() {
        return weight;
    }

    /** Returns the classes; empty for a regression, all 0 for an unsupervised task. */
    public int[] label() {
        return label;
    }

    /** Returns how many numbers a regression predicts; 0 for all other tasks. */
    public int targets() {
        return targets;
    }

    /** Returns the targets, row by row (size x {@link #targets()}); empty for all but a regression. */
    public double[] target() {
        return target;
    }

    /** Returns the values of spectator {@code k}, as the events have them: nothing is scaled. */
    public double[] spectator(int k) {
        return spectators[k];
    }
}

package hep.winnow.core.run;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.spill.SpillFile;

/** Examples in a file: inputs, weights, classes, targets and spectators, each row by row, so that any run of events is read in one go. Written by one thread, then read by any. */
final class StoredExamples implements AutoCloseable {
    private final Task task;
    private final int classes;
    private final int features;
    private final int targets;
    private final int size;
    private final SpillFile file;
    private final long x;
    private final long weight;
    private final long label;
    private final long target;
    private final long[] spectators;
    private int written;

    /** Makes room for {@code size} examples. */
    StoredExamples(Task task, int classes, int features, int targets, int spectators, int size, Memory memory) {
        this.task = task;
        this.classes = classes;
        this.features = features;
        this.targets = targets;
        this.size = size;
        this.file = memory.file();
        this.x = file.reserve((long) Float.BYTES * features * size);
        this.weight = file.reserve((long) Double.BYTES * size);
        this.label = file.reserve((long) Integer.BYTES * size);
        this.target = file.reserve((long) Double.BYTES * targets * size);
        this.spectators = new long[spectators];
        for (int k = 0; k < spectators; k++) {
            this.spectators[k] = file.reserve((long) Double.BYTES * size);
        }
    }

    /** Adds examples in memory behind the others. */
    void add(Examples part) {
        int n = part.size();
        file.writeFloats(x + (long) Float.BYTES * features * written, part.x(), 0, n * features);
        file.writeDoubles(weight + (long) Double.BYTES * written, part.weight(), 0, n);
        if (hasLabels()) {
            file.writeInts(label + (long) Integer.BYTES * written, part.label(), n);
        }
        file.writeDoubles(target + (long) Double.BYTES * targets * written, part.target(), 0, n * targets);
        for (int k = 0; k < spectators.length; k++) {
            file.writeDoubles(spectators[k] + (long) Double.BYTES * written, part.spectator(k), 0, n);
        }
        written += n;
    }

    private boolean hasLabels() {
        return task != Task.REGRESSION;
    }

    /** Returns them as a learner sees them. */
    Examples examples() {
        return Examples.stored(task, classes, features, targets, size, this::read);
    }

    private Examples read(int[] from, int[] to) {
        int n = 0;
        for (int k = 0; k < from.length; k++) {
            n += to[k] - from[k];
        }
        float[] someX = new float[Math.multiplyExact(n, features)];
        double[] someWeight = new double[n];
        int[] someLabel = new int[hasLabels() ? n : 0];
        double[] someTarget = new double[n * targets];
        double[][] someSpectators = new double[spectators.length][n];
        int at = 0;
        for (int k = 0; k < from.length; k++) {
            long first = from[k];
            int rows = to[k] - from[k];
            file.readFloats(x + first * features * Float.BYTES, someX, at * features, rows * features);
            file.readDoubles(weight + Double.BYTES * first, someWeight, at, rows);
            if (hasLabels()) {
                file.readInts(label + Integer.BYTES * first, someLabel, at, rows);
            }
            file.readDoubles(target + first * targets * Double.BYTES, someTarget, at * targets, rows * targets);
            for (int s = 0; s < spectators.length; s++) {
                file.readDoubles(spectators[s] + Double.BYTES * first, someSpectators[s], at, rows);
            }
            at += rows;
        }
        return new Examples(task, classes, features, someX, someWeight, someLabel, someTarget, targets)
                .withSpectators(someSpectators);
    }

    @Override
    public void close() {
        file.close();
    }
}

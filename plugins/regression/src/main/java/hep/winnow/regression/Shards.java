package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sums over events on several threads: always over the same runs of events, added in the same order, so that the bits do not depend on the threads. */
final class Shards {
    private static final int MOST = 16;
    private static final int LEAST_EVENTS = 1024;

    private Shards() {}

    /** Events that do not lie in memory are read in runs of this many. */
    private static final int RUN = 4096;

    /** Adds the events from {@code from} to {@code to} (excluded) of some examples in memory to a sum. */
    @FunctionalInterface
    interface Part<S> {
        void add(S sum, Examples examples, int from, int to);
    }

    /** Adds one sum to another. */
    @FunctionalInterface
    interface Merge<S> {
        void add(S into, S other);
    }

    /** Returns the sum over all events. */
    static <S> S sum(Examples examples, Workers workers, Supplier<S> zero, Part<S> part, Merge<S> merge) {
        int n = examples.size();
        int shards = Math.max(1, Math.min(MOST, n / LEAST_EVENTS));
        List<S> sums = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            sums.add(zero.get());
        }
        workers.forEach(shards, s -> {
            int from = (int) ((long) s * n / shards);
            int to = (int) ((s + 1L) * n / shards);
            add(part, sums.get(s), examples, from, to);
        });
        S total = sums.get(0);
        for (int s = 1; s < shards; s++) {
            merge.add(total, sums.get(s));
        }
        return total;
    }

    private static <S> void add(Part<S> part, S sum, Examples examples, int from, int to) {
        if (examples.isInMemory()) {
            part.add(sum, examples, from, to);
            return;
        }
        for (int at = from; at < to; at += RUN) {
            Examples run = examples.part(at, Math.min(to, at + RUN));
            part.add(sum, run, 0, run.size());
        }
    }

    /** Returns the sum of arrays of {@code length} numbers. */
    static double[] sum(Examples examples, int length, Workers workers, Part<double[]> part) {
        return sum(examples, workers, () -> new double[length], part, (into, other) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] += other[i];
            }
        });
    }
}

package hep.winnow.regression;

import hep.winnow.api.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sums over events on several threads: always over the same runs of events, added in the same order, so that the bits do not depend on the threads. */
final class Shards {
    private static final int MOST = 16;
    private static final int LEAST_EVENTS = 1024;

    private Shards() {}

    /** Adds the events from {@code from} to {@code to} (excluded) to a sum. */
    @FunctionalInterface
    interface Part<S> {
        void add(S sum, int from, int to);
    }

    /** Adds one sum to another. */
    @FunctionalInterface
    interface Merge<S> {
        void add(S into, S other);
    }

    /** Returns the sum over {@code n} events. */
    static <S> S sum(int n, Workers workers, Supplier<S> zero, Part<S> part, Merge<S> merge) {
        int shards = Math.max(1, Math.min(MOST, n / LEAST_EVENTS));
        List<S> sums = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            sums.add(zero.get());
        }
        workers.forEach(
                shards, s -> part.add(sums.get(s), (int) ((long) s * n / shards), (int) ((s + 1L) * n / shards)));
        S total = sums.get(0);
        for (int s = 1; s < shards; s++) {
            merge.add(total, sums.get(s));
        }
        return total;
    }

    /** Returns the sum of arrays of {@code length} numbers. */
    static double[] sum(int n, int length, Workers workers, Part<double[]> part) {
        return sum(n, workers, () -> new double[length], part, (into, other) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] += other[i];
            }
        });
    }
}

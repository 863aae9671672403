package hep.winnow.core.run;

import java.util.function.BooleanSupplier;

/** Waiting awake for what comes soon: to sleep and to be woken takes longer than many a step of a training. */
final class Patience {
    /** So long, at most. */
    private static final long NANOS = 50_000;

    private Patience() {}

    /** Waits until it holds, or for a moment. Others that have work for this processor get it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it is a politeness
    static void spin(BooleanSupplier holds) {
        if (holds.getAsBoolean()) {
            return;
        }
        long start = System.nanoTime();
        while (!holds.getAsBoolean() && System.nanoTime() - start < NANOS) {
            Thread.yield();
        }
    }
}

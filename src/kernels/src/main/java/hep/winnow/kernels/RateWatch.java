package hep.winnow.kernels;

/**
 * Looks at the rate of vector kernels now and then: on JDK 17 another library's vectors can make HotSpot box ours, which then are slower than plain loops until the process ends. Several threads may lose some of each other's counts.
 */
final class RateWatch {
    /** Calls between two looks at the clock. */
    private static final int PERIOD = 64;
    /** So many looks in a row must find vectors slow: one alone may have been interrupted. */
    private static final int PATIENCE = 24;

    private final Twins twins;
    private final long nanos;
    private int calls;
    private int slow;
    private long since;

    /**
     * Makes one.
     *
     * @param nanos how long vectors must be slow: longer than it takes to compile them anew, where that may happen
     */
    RateWatch(Twins twins, long nanos) {
        this.twins = twins;
        this.nanos = nanos;
    }

    /** Counts a call, and tells whether it is to be timed. */
    boolean isDue() {
        return calls++ % PERIOD == 0;
    }

    /** Takes note of a call that began at {@code start}, of {@link System#nanoTime}; vectors that were slow again and again are given up. */
    void look(long start, double flop) {
        long now = System.nanoTime();
        double rate = flop / Math.max(1, now - start);
        if (rate > twins.plainRate() / 2) {
            slow = 0;
            return;
        }
        since = slow == 0 ? start : since;
        if (++slow >= PATIENCE && now - since >= nanos) {
            slow = 0;
            twins.useLoops("vectors are slower here: " + Math.round(rate) + " GFLOP/s against "
                    + Math.round(twins.plainRate()) + "; another library may use vectors too");
        }
    }
}

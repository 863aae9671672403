package hep.winnow.core.run;

import hep.winnow.api.random.RandomStream;

/** Hashes of events that stay the same whatever else is read, and in whatever order. */
final class EventHash {
    private static final long START = 0x9e3779b97f4a7c15L;

    private EventHash() {}

    /** Returns the hashes of the rows of a sample without id columns. */
    static long[] rows(int sample, long firstRow, int n) {
        long[] hash = new long[n];
        for (int i = 0; i < n; i++) {
            hash[i] = RandomStream.mix(RandomStream.mix(sample + 1L) + (firstRow + i) * START);
        }
        return hash;
    }
}

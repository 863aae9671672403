package hep.winnow.root.write;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs of entries after which the baskets of all branches end together. ROOT tells them as ranges of clusters of one size: the last entry of each range, and the size; behind the last range clusters
 * have the size that is called auto-flush.
 */
final class Clusters {
    private final List<Long> ends = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private long entries;
    private long size;

    /** Adds a cluster of at least one entry. */
    void add(long count) {
        if (entries > 0 && count != size) {
            ends.add(entries - 1);
            sizes.add(size);
        }
        size = count;
        entries += count;
    }

    /** Adds the last cluster, of at least one entry, which may be smaller than those before. */
    void addLast(long count) {
        if (count <= size) {
            entries += count;
        } else {
            add(count);
        }
    }

    /** Returns the number of entries. */
    long entries() {
        return entries;
    }

    /** Returns the size of the clusters behind the last range; 0 without entries. */
    long autoFlush() {
        return size;
    }

    /** Returns the number of ranges. */
    int ranges() {
        return ends.size();
    }

    /** Writes the two arrays, each behind a byte that tells that it is there. */
    void write(ByteSink out) {
        write(ends, out);
        write(sizes, out);
    }

    private static void write(List<Long> values, ByteSink out) {
        out.i8(values.isEmpty() ? 0 : 1);
        values.forEach(out::i64);
    }
}

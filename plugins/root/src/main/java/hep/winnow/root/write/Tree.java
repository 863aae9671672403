package hep.winnow.root.write;

import java.util.List;

/**
 * A tree of events, a {@code TTree}: what it tells of its branches, whose values stand elsewhere in the file.
 *
 * @param name of the tree
 * @param title of the tree
 * @param branches in their order
 * @param clusters of its entries
 */
record Tree(String name, String title, List<Branch> branches, Clusters clusters) implements Streamed {
    private static final int MUST_CLEANUP = 8;
    private static final int SCAN_FIELD = 25;
    private static final long MOST_ENTRIES = 1_000_000_000_000L;
    private static final long AUTO_SAVE = -300_000_000;
    private static final long ESTIMATE = 1_000_000;

    /** ROOT's number for the bytes after which it flushes; what a tree without entries tells. */
    private static final long AUTO_FLUSH_BYTES = -30_000_000;

    private static final int FEATURES_CHECKSUM = 0x1aa12f10;

    @Override
    public String className() {
        return "TTree";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(20, () -> {
            to.named(name, title, MUST_CLEANUP).line().fill().marker(1);
            counts(to.out());
            clusters.write(to.out());
            features(to);
            to.array(branches).array(branches.stream().map(Branch::leaf).toList());
            to.nothing().doubles().out().i32(0);
            to.nothing().nothing().nothing().nothing();
        });
    }

    private void counts(ByteSink out) {
        long unpacked = branches.stream().mapToLong(b -> b.index().unpacked()).sum();
        long packed = branches.stream().mapToLong(b -> b.index().total()).sum();
        out.i64(clusters.entries()).i64(unpacked).i64(packed).i64(0).i64(packed);
        out.f64(1).i32(0).i32(SCAN_FIELD).i32(0).i32(Branch.OFFSETS).i32(clusters.ranges());
        out.i64(MOST_ENTRIES).i64(MOST_ENTRIES).i64(0).i64(AUTO_SAVE);
        out.i64(clusters.entries() == 0 ? AUTO_FLUSH_BYTES : clusters.autoFlush())
                .i64(ESTIMATE);
    }

    /** Writes a {@code ROOT::TIOFeatures} without any; instead of a version it has its checksum. */
    static void features(ObjectWriter to) {
        to.part(0, () -> to.out().i32(FEATURES_CHECKSUM).i8(0));
    }
}

package hep.winnow.root.ntuple;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Hands out the events of an ntuple in blocks; a block does not reach over the end of a cluster. */
final class NTupleReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_OF_LISTS = 1024;

    /** Events that no page needs to have a value of. */
    private static final long MOST_UNBACKED = 1 << 24;

    private final RootFile file;
    private final Description description;
    private final List<Leaf> wanted;
    private final Optional<Leaf> witness;
    private final ReadContext context;
    private final int most;
    private Optional<ClusterReader> reader = Optional.empty();
    private List<Cluster> clusters = List.of();
    private int group;
    private int cluster;
    private int clustersBefore;
    private int block;
    private long at;
    private long end;
    private long told;

    NTupleReader(
            RootFile file, Description description, List<Leaf> wanted, Optional<Leaf> witness, ReadContext context) {
        this.file = file;
        this.description = description;
        this.wanted = wanted;
        this.witness = witness;
        this.context = context;
        this.most = wanted.stream().anyMatch(leaf -> leaf.info().depth() > 0) ? BLOCK_OF_LISTS : BLOCK;
        if (witness.isEmpty() && description.entries() > MOST_UNBACKED) {
            Damage.in(file.path(), "the ntuple '" + description.name() + "'", () -> {
                throw new Damage.Found("it says that it has " + description.entries()
                        + " events, but holds no value of the first one");
            });
        }
    }

    @Override
    public Optional<EventBlock> next() {
        while (at == end) {
            reader.ifPresent(ClusterReader::finish);
            reader = Optional.empty();
            tell();
            if (!advance()) {
                return Optional.empty();
            }
        }
        ClusterReader from = reader.orElseThrow();
        int n = (int) Math.min(block, end - at);
        EventBlock events = new EventBlock(n, from.read(n, at));
        at += n;
        return Optional.of(events);
    }

    /** Goes to the next cluster, if there is one. */
    private boolean advance() {
        while (cluster == clusters.size()) {
            if (group == description.groups().size()) {
                return false;
            }
            Description.Group next = description.groups().get(group);
            clustersBefore += clusters.size();
            clusters = Damage.in(
                    file.path(),
                    "the ntuple '" + description.name() + "'",
                    () -> Cluster.read(file, description, next, clustersBefore));
            cluster = 0;
            group++;
        }
        Cluster next = clusters.get(cluster);
        cluster++;
        ClusterReader opened =
                new ClusterReader(file.path(), file.storage(), description, next, wanted, witness, context.workers());
        reader = Optional.of(opened);
        block = opened.blockSize(most);
        at = next.first();
        end = next.first() + next.entries();
        return true;
    }

    /** Tells how much of the file was read, by events. */
    private void tell() {
        long entries = description.entries();
        if (entries > 0) {
            long bytes = (long) ((double) at / entries * file.storage().size());
            context.progressed(bytes - told);
            told = bytes;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package hep.winnow.root.tree;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Hands out the entries of a tree in blocks. Baskets are read, unpacked and decoded by the run's threads, some blocks ahead. */
final class TreeReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_OF_LISTS = 1024;

    /** A block is not below this part of the greatest one just because a basket ends. */
    private static final int SMALL = 8;

    /** How many packed bytes are read at once at most, unless a block needs more. */
    private static final long AHEAD = 8 << 20;

    private final RootFile file;
    private final String where;
    private final long entries;
    private final List<TreeColumn> wanted;
    private final ReadContext context;
    private final Map<BranchData, BranchReader> branches = new LinkedHashMap<>();
    private final int most;
    private long at;
    private long ready;

    TreeReader(RootFile file, String where, long entries, List<TreeColumn> wanted, ReadContext context) {
        this.file = file;
        this.where = where;
        this.entries = entries;
        this.wanted = wanted;
        this.context = context;
        Map<BranchData, TreeSet<Integer>> places = new LinkedHashMap<>();
        for (TreeColumn column : wanted) {
            places.computeIfAbsent(column.branch(), b -> new TreeSet<>()).add(column.place());
        }
        places.forEach((branch, set) -> branches.put(branch, new BranchReader(branch, List.copyOf(set))));
        boolean hasLists = wanted.stream().anyMatch(w -> w.info().depth() > 0);
        this.most = hasLists ? BLOCK_OF_LISTS : BLOCK;
    }

    @Override
    public Optional<EventBlock> next() {
        if (at >= entries) {
            return Optional.empty();
        }
        int n = size();
        if (at + n > ready) {
            readAhead(at + n);
        }
        long from = at;
        at += n;
        List<Column> columns = new ArrayList<>();
        for (TreeColumn column : wanted) {
            BranchReader branch = reader(column.branch());
            columns.add(branch.column(column.place(), from, at));
        }
        return Optional.of(new EventBlock(n, columns));
    }

    /** Returns the size of the next block: up to where the first of the baskets ends, whose values then need not be copied, unless that is very little. */
    private int size() {
        long end = Math.min(entries, at + most);
        long border = end;
        for (BranchReader reader : branches.values()) {
            border = Math.min(border, reader.border(at));
        }
        return (int) ((border - at) * SMALL >= most ? border - at : end - at);
    }

    private BranchReader reader(BranchData branch) {
        BranchReader reader = branches.get(branch);
        if (reader == null) {
            throw new IllegalStateException("no reader of " + branch.branch().name());
        }
        return reader;
    }

    /**
     * A basket that is to be read.
     *
     * @param reader of the branch
     * @param basket which one
     */
    private record Task(BranchReader reader, int basket) {}

    private void readAhead(long needed) {
        long end = needed;
        List<Task> tasks = tasks(end);
        int wish = 4 * context.workers().threads();
        while (end < entries && tasks.size() < wish) {
            long further = Math.min(entries, end + most);
            List<Task> more = tasks(further);
            if (bytes(more) > AHEAD) {
                break;
            }
            end = further;
            tasks = more;
        }
        List<Task> all = tasks;
        announce(all, end);
        BranchReader.Values[] read = new BranchReader.Values[all.size()];
        context.workers().forEach(all.size(), i -> read[i] = read(all.get(i)));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).reader().keep(all.get(i).basket(), read[i]);
        }
        context.progressed(bytes(all));
        ready = end;
    }

    /** Says what is read now, and what comes behind it, so that it is on its way while these values are looked at. */
    private void announce(List<Task> now, long end) {
        if (!file.storage().isFar()) {
            return;
        }
        List<Task> all = now;
        for (long further = end; further < entries && bytes(all) < 2 * AHEAD; ) {
            further = Math.min(entries, further + most);
            all = tasks(further);
        }
        file.storage()
                .willRead(all.stream()
                        .flatMap(t -> t.reader().range(t.basket()).stream())
                        .toList());
    }

    private List<Task> tasks(long end) {
        List<Task> tasks = new ArrayList<>();
        for (BranchReader reader : branches.values()) {
            reader.missing(end).forEach(basket -> tasks.add(new Task(reader, basket)));
        }
        return tasks;
    }

    private static long bytes(List<Task> tasks) {
        return tasks.stream().mapToLong(t -> t.reader().bytes(t.basket())).sum();
    }

    private BranchReader.Values read(Task task) {
        return Damage.in(
                file.path(),
                where + ", branch '" + task.reader().name() + "'",
                () -> task.reader().read(file, task.basket()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

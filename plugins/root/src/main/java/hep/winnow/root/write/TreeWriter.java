package hep.winnow.root.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a tree: the baskets of all its branches whenever they are full, and at the end what tells of them. */
final class TreeWriter implements EventWriter {
    /** The baskets end when one of them has that many bytes, … */
    static final int BASKET_BYTES = 1 << 20;

    /** … or all of them together have this many: what is held in memory. */
    private static final long CLUSTER_BYTES = 1 << 25;

    /** Sizes are looked at after that many entries. */
    private static final int STEP = 1024;

    /** The name of the folder that says where the events come from. */
    static final String FOLDER = "winnow";

    private final RootOutput out;
    private final EventFileHead head;
    private final String name;
    private final Names names;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Collection> collections = new ArrayList<>();
    private final Clusters clusters = new Clusters();
    private final int mostEntries;
    private int entries;

    /** Makes one that has a file for itself. */
    TreeWriter(RootOutput out, EventFileHead head, String name) {
        this.out = out;
        this.head = head;
        this.name = name;
        this.names = new Names(head.columns());
        this.mostEntries = mostEntries(head.columns());
        head.columns().forEach(c -> branches.add(branch(c)));
        gather();
    }

    /** Begins a file. */
    static TreeWriter begin(Path file, EventFileHead head, String tree) throws IOException {
        Packer packer =
                new Packer(Codec.of(head.compression()), head.compression().level());
        return new TreeWriter(new RootOutput(Target.file(file), head.name(), packer), head, tree);
    }

    private Branch branch(ColumnInfo column) {
        int codec = out.packer().settings();
        boolean isObject = column.type() == ColumnType.STRING || column.depth() > 1;
        return isObject ? new ObjectBranch(column, codec) : new NumberBranch(column, codec);
    }

    private void gather() {
        Map<String, Collection> all = new LinkedHashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i) instanceof NumberBranch branch && !branch.hasEqualEntries()) {
                all.computeIfAbsent(Names.collection(branch.name()), this::collection)
                        .add(new Collection.Member(i, branch));
            }
        }
        collections.addAll(all.values());
    }

    private Collection collection(String called) {
        Optional<Integer> column = names.counter(called);
        NumberBranch counter = column.isPresent() ? (NumberBranch) branches.get(column.get()) : counter(called);
        return new Collection(counter, column);
    }

    private NumberBranch counter(String of) {
        ColumnInfo info = ColumnInfo.of(names.unique(of), ColumnType.INT);
        return new NumberBranch(info, out.packer().settings());
    }

    /** Returns the entries of a cluster, a power of two, unless lists or texts fill it before. */
    private static int mostEntries(List<ColumnInfo> columns) {
        long row = 1;
        int widest = 1;
        for (ColumnInfo column : columns) {
            boolean isFlat = column.depth() == 0 && column.type() != ColumnType.STRING;
            int bytes = isFlat ? LeafType.of(column.type()).bytes() : Integer.BYTES;
            row += bytes;
            widest = Math.max(widest, bytes);
        }
        long most = Math.min(BASKET_BYTES / widest, CLUSTER_BYTES / row);
        return (int) Long.highestOneBit(Math.max(STEP, most));
    }

    /** What is written does not depend on how events are parted into blocks. */
    @Override
    public void write(EventBlock block) throws IOException {
        int from = 0;
        while (from < block.size()) {
            int to = Math.min(block.size(), from + STEP - entries % STEP);
            add(block, from, to);
            entries += to - from;
            if (entries % STEP == 0 && isFull()) {
                flush();
                clusters.add(entries);
                entries = 0;
            }
            from = to;
        }
    }

    private void add(EventBlock block, int from, int to) throws IOException {
        separate(block, from, to);
        for (Collection collection : collections) {
            collection.count(block, from, to);
        }
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            Column column = block.columns().get(i);
            if (branch instanceof ObjectBranch objects) {
                objects.add(column, from, to);
            } else if (branch instanceof NumberBranch numbers && column instanceof Column.Lists lists) {
                branch.basket().addLists(lists, from, to, numbers.type().bytes());
            } else {
                branch.basket().addNumbers(column, from, to);
            }
        }
    }

    /** Gives columns that were counted together, and now are not equally long, counters of their own. */
    private void separate(EventBlock block, int from, int to) throws IOException {
        for (int i = 0; i < collections.size(); i++) {
            Collection old = collections.get(i);
            List<Collection.Member> odd = old.split(block, from, to);
            if (!odd.isEmpty()) {
                NumberBranch counter = counter(odd.get(0).branch().name());
                counter.copy(old.counter(), out, out.top(), name);
                Collection fresh = new Collection(counter, Optional.empty());
                odd.forEach(fresh::add);
                collections.add(fresh);
                if (old.members().isEmpty()) {
                    old.counter().countNothing();
                }
            }
        }
    }

    private boolean isFull() {
        long sum = 0;
        for (Branch branch : branches) {
            int bytes = branch.basket().bytes();
            sum += bytes;
            if (bytes >= BASKET_BYTES) {
                return true;
            }
        }
        return sum >= CLUSTER_BYTES || entries >= mostEntries;
    }

    private void flush() throws IOException {
        for (Branch branch : inOrder()) {
            branch.flush(out, out.top(), name);
        }
    }

    /** Returns all branches, each counter before what it counts. */
    private List<Branch> inOrder() {
        Set<Branch> all = new LinkedHashSet<>();
        for (Branch branch : branches) {
            if (branch instanceof NumberBranch numbers && !branch.hasEqualEntries()) {
                all.add(numbers.counter());
            }
            all.add(branch);
        }
        return List.copyOf(all);
    }

    @Override
    public void finish() throws IOException {
        if (entries > 0) {
            flush();
            clusters.addLast(entries);
        }
        List<Branch> all = inOrder();
        for (Branch branch : all) {
            out.mention(branch.className());
            out.mention(branch.leaf().className());
        }
        String title = head.provenance().getOrDefault("winnow.scope", "");
        out.object(out.top(), name, title, new Tree(name, title, all, clusters));
        Provenance.write(out, FOLDER, head.provenance(clusters.entries()));
        out.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

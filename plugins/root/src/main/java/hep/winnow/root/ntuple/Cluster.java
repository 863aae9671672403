package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Consecutive events whose pages hold nothing of other events.
 *
 * @param number of the cluster, from 0 on
 * @param first number of the first event
 * @param entries number of events
 * @param columns where the pages of each column lie
 */
record Cluster(int number, long first, long entries, Words columns) {
    private static final int FLAGS = 56;
    private static final int SHARDED = 1;

    /**
     * Reads the clusters of a group.
     *
     * @param number of the first one
     */
    static List<Cluster> read(RootFile file, Description description, Description.Group group, int number)
            throws IOException {
        Envelope envelope =
                Envelope.read(file, description.anchor(), Envelope.Part.PAGE_LIST, group.pages(), group.length());
        return envelope.parse(in -> read(in, description, group, number));
    }

    private static List<Cluster> read(Words in, Description description, Description.Group group, int number) {
        if (in.i64() != description.checksum()) {
            throw new Damage.Found("it is that of another header");
        }
        Words summaries = in.list();
        Words locations = in.list();
        if (summaries.items() != group.clusters() || locations.items() != group.clusters()) {
            throw new Damage.Found("it has " + summaries.items() + " clusters and the pages of " + locations.items()
                    + ", expected " + group.clusters());
        }
        List<Cluster> clusters = new ArrayList<>();
        long next = group.first();
        for (int i = 0; i < group.clusters(); i++) {
            Words summary = summaries.record();
            long first = summary.size();
            long told = summary.i64();
            if ((told >>> FLAGS & SHARDED) != 0) {
                throw new Damage.Refused("its clusters are sharded, which version 1 of the format does not know");
            }
            long entries = told & (1L << FLAGS) - 1;
            if (first != next || entries > group.entries()) {
                throw new Damage.Found(
                        "a cluster of " + entries + " events begins with event " + first + ", expected " + next);
            }
            next += entries;
            clusters.add(new Cluster(number + i, first, entries, locations.list()));
        }
        if (next != group.first() + group.entries()) {
            throw new Damage.Found(
                    "its clusters end before event " + next + ", expected " + (group.first() + group.entries()));
        }
        return clusters;
    }

    /** Returns where the pages of columns lie. */
    Map<Integer, Pages> pages(Set<Integer> wanted, List<Stored> stored) {
        Map<Integer, Pages> found = new HashMap<>();
        Words lists = columns.again();
        for (int i = 0; i < Math.min(lists.items(), stored.size()); i++) {
            Words list = lists.list();
            if (wanted.contains(i)) {
                found.put(i, Pages.read(list, stored.get(i)));
            }
        }
        for (int column : wanted) {
            found.computeIfAbsent(column, c -> Pages.none(stored.get(c).first() < 0));
        }
        return found;
    }
}

package hep.winnow.root.ntuple;

import hep.winnow.api.event.Column;
import hep.winnow.api.run.Workers;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the events of one cluster, block by block. */
final class ClusterReader {
    /** How many values of a column a block should have at most. */
    private static final int MANY_VALUES = 1 << 21;

    private final Path file;
    private final Storage storage;
    private final Description description;
    private final Cluster cluster;
    private final Workers workers;
    private final Map<Integer, Pages> pages;
    private final Map<Level, LevelReader> levels = new LinkedHashMap<>();
    private final List<List<LevelReader>> byDepth = new ArrayList<>();
    private final List<LeafReader> leaves = new ArrayList<>();
    private final Prefetch prefetch;

    /**
     * Makes one.
     *
     * @param wanted columns that are asked for
     * @param witness column that tells how many events there are, if those that are asked for do not
     */
    ClusterReader(
            Path file,
            Storage storage,
            Description description,
            Cluster cluster,
            List<Leaf> wanted,
            Optional<Leaf> witness,
            Workers workers) {
        this.file = file;
        this.storage = storage;
        this.description = description;
        this.cluster = cluster;
        this.workers = workers;
        List<Leaf> looked = Stream.concat(wanted.stream(), witness.stream()).toList();
        this.pages = Damage.in(
                file,
                object("the page list"),
                () -> cluster.pages(columns(looked), description.schema().columns()));
        witness.ifPresent(leaf -> Damage.in(
                file,
                column(leaf.info().name()),
                () -> stream(active(leaf.principal()), OptionalLong.of(leaf.repetitions()))));
        for (Leaf leaf : wanted) {
            leaves.add(Damage.in(file, column(leaf.info().name()), () -> reader(leaf)));
        }
        this.prefetch = new Prefetch(file, workers, streams());
        if (storage.isFar()) {
            storage.willRead(prefetch.items().stream()
                    .flatMap(item -> item.stream().ranges().stream())
                    .toList());
        }
    }

    private static Set<Integer> columns(List<Leaf> leaves) {
        Set<Integer> columns = new HashSet<>();
        for (Leaf leaf : leaves) {
            leaf.levels().forEach(level -> columns.addAll(level.columns()));
            leaf.columns().forEach(columns::addAll);
        }
        return columns;
    }

    private String object(String what) {
        return what + " of the ntuple '" + description.name() + "'";
    }

    private String column(String name) {
        return object("the column '" + name + "'");
    }

    private LeafReader reader(Leaf leaf) {
        Optional<LevelReader> above = Optional.empty();
        boolean isInList = false;
        for (int i = 0; i < leaf.levels().size(); i++) {
            Level level = leaf.levels().get(i);
            Optional<LevelReader> outer = above;
            OptionalLong repetitions = isInList
                    ? OptionalLong.empty()
                    : OptionalLong.of(Leaf.repetitions(leaf.levels().subList(0, i)));
            above = Optional.of(levels.computeIfAbsent(level, l -> level(l, outer, repetitions)));
            isInList |= level.kind() != Level.Kind.ARRAY;
        }
        int way = way(leaf.columns().stream().map(c -> c.get(0)).toList());
        List<Integer> columns = leaf.columns().get(way);
        List<PageStream> streams = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean isCounted = !isInList && i == 0;
            streams.add(stream(
                    columns.get(i),
                    isCounted ? OptionalLong.of(Leaf.repetitions(leaf.levels())) : OptionalLong.empty()));
        }
        return new LeafReader(leaf, above, streams);
    }

    private LevelReader level(Level level, Optional<LevelReader> above, OptionalLong repetitions) {
        Optional<PageStream> stream = level.kind() == Level.Kind.ARRAY
                ? Optional.empty()
                : Optional.of(stream(active(level.columns()), repetitions));
        LevelReader reader = new LevelReader(level, above, stream);
        while (byDepth.size() <= reader.depth()) {
            byDepth.add(new ArrayList<>());
        }
        byDepth.get(reader.depth()).add(reader);
        return reader;
    }

    /** Returns which of the ways in which a field may be stored is that of this cluster. */
    private int way(List<Integer> ways) {
        for (int i = 0; i < ways.size(); i++) {
            if (!pages(ways.get(i)).isSuppressed()) {
                return i;
            }
        }
        throw new Damage.Found(
                "cluster " + cluster.number() + " does not have it in any of the ways in which it is stored");
    }

    private int active(List<Integer> ways) {
        return ways.get(way(ways));
    }

    private Pages pages(int column) {
        return pages.getOrDefault(column, Pages.none(true));
    }

    /**
     * Opens a column.
     *
     * @param repetitions how many elements it has for an event, if their number does not depend on lists
     */
    private PageStream stream(int column, OptionalLong repetitions) {
        Stored stored = description.schema().columns().get(column);
        Pages its = pages(column);
        long zeros = 0;
        if (repetitions.isPresent()) {
            zeros = Math.multiplyExact(cluster.entries(), repetitions.getAsLong()) - its.total();
            if (zeros < 0 || zeros > 0 && !stored.isDeferred()) {
                throw new Damage.Found("it has " + its.total() + " values in cluster " + cluster.number()
                        + ", expected " + repetitions.getAsLong() + " for each of " + cluster.entries() + " events");
            }
        }
        return new PageStream(storage, description.anchor().largest(), stored, its, zeros);
    }

    private List<Prefetch.Item> streams() {
        List<Prefetch.Item> all = new ArrayList<>();
        for (LevelReader level : levels.values()) {
            level.stream()
                    .ifPresent(
                            s -> all.add(new Prefetch.Item(column(level.level().path()), s)));
        }
        for (LeafReader leaf : leaves) {
            leaf.streams()
                    .forEach(s ->
                            all.add(new Prefetch.Item(column(leaf.leaf().info().name()), s)));
        }
        return all;
    }

    /** Returns how many events a block should have, at most {@code most}: fewer where there are many values per event. */
    int blockSize(int most) {
        long values = 1;
        for (Prefetch.Item item : prefetch.items()) {
            values = Math.max(values, item.stream().left() / Math.max(1, cluster.entries()));
        }
        return (int) Math.max(1, Math.min(most, MANY_VALUES / values));
    }

    /**
     * Returns the columns of the next events.
     *
     * @param first number of the first one
     */
    List<Column> read(int events, long first) {
        prefetch.fill();
        for (List<LevelReader> depth : byDepth) {
            workers.forEach(
                    depth.size(),
                    i -> Damage.in(file, column(depth.get(i).level().path()), () -> {
                        depth.get(i).read(events);
                        return i;
                    }));
        }
        Column[] columns = new Column[leaves.size()];
        workers.forEach(columns.length, i -> {
            LeafReader leaf = leaves.get(i);
            columns[i] = Damage.in(file, column(leaf.leaf().info().name()), () -> leaf.read(events, first));
        });
        return List.of(columns);
    }

    /** Called behind the last event: sees that no values are left over. */
    void finish() {
        for (Prefetch.Item item : prefetch.items()) {
            Damage.in(file, item.object(), () -> {
                if (item.stream().left() > 0) {
                    throw item.stream()
                            .found(item.stream().left() + " of its values belong to no event of cluster "
                                    + cluster.number());
                }
                return item;
            });
        }
    }
}

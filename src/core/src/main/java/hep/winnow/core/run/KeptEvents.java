package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Answers queries from the events that were kept: block by block, or as one table that must fit into memory. */
final class KeptEvents {
    /** Weight, class, sample and id of an event in a table. */
    static final int ROW_BYTES = 24;

    private final Plan plan;
    private final List<SampleStore> stores;
    private final ThreadWorkers workers;
    private final Memory memory;
    private long held;

    KeptEvents(Plan plan, List<SampleStore> stores, ThreadWorkers workers, Memory memory) {
        this.plan = plan;
        this.stores = stores;
        this.workers = workers;
        this.memory = memory;
    }

    Memory memory() {
        return memory;
    }

    /** Hands the frames of a sample to {@code batches}, in order. */
    void frames(int sample, Consumer<List<Frame>> batches) {
        store(sample).forEachKept(batches);
    }

    /** Hands the events of a query to {@code blocks}, in order. */
    void forEach(Query query, Consumer<EventTable> blocks) {
        Batch batch = new Batch(List.of(query));
        for (int sample : query.scope().samples()) {
            store(sample).forEachKept(frames -> {
                List<Optional<EventTable>> tables = new ArrayList<>();
                frames.forEach(f -> tables.add(Optional.empty()));
                workers.forEach(
                        frames.size(),
                        i -> tables.set(i, batch.run(frames.get(i)).get(0)));
                tables.forEach(t -> t.ifPresent(blocks));
            });
        }
    }

    /** Returns the events of a query as one table; it counts as held until {@link #release}. */
    EventTable table(Query query) {
        Growing gathering = new Growing(query.columns().size());
        forEach(query, gathering::add);
        return gathering
                .table
                .map(TableBuilder::build)
                .orElseThrow(() -> memory.refusal(
                        "the " + gathering.rows + " events of '" + query.scope().text() + "'",
                        gathering.before + gathering.bytes));
    }

    /** Blocks on their way into a table; where it becomes too large they are counted alone. */
    private final class Growing {
        private final long before = held;
        private Optional<TableBuilder> table;
        private long rows;
        private long bytes;

        Growing(int columns) {
            table = Optional.of(new TableBuilder(columns));
        }

        void add(EventTable block) {
            rows += block.size();
            bytes += bytes(block);
            if (table.isPresent() && (rows > Integer.MAX_VALUE || !hold(bytes(block)))) {
                table = Optional.empty();
            }
            table.ifPresent(t -> t.add(block));
        }
    }

    /** Takes memory for a table; what is kept of samples makes room for it. */
    private boolean hold(long bytes) {
        if (!memory.hold(bytes)) {
            memory.makeRoom(Math.min(memory.limit(), 2 * held + bytes));
            if (!memory.hold(bytes)) {
                return false;
            }
        }
        held += bytes;
        return true;
    }

    /** Takes all tables as gone: the statement that asked for them is done. */
    void release() {
        memory.release(held);
        held = 0;
    }

    /** Returns the number of events of a scope. */
    long count(Query query) {
        long[] rows = new long[1];
        forEach(new Query(query.scope(), List.of()), block -> rows[0] += block.size());
        return rows[0];
    }

    /** Returns a number that the events of several queries, which share none, cannot exceed, without looking at them. */
    long most(List<Query> queries) {
        return queries.stream()
                .flatMap(q -> q.scope().samples().stream())
                .distinct()
                .mapToLong(s -> store(s).events())
                .sum();
    }

    static long bytes(EventTable table) {
        long bytes = (long) ROW_BYTES * table.size();
        for (int c = 0; c < table.columns(); c++) {
            Column column = table.column(c);
            bytes += Kept.inMemory(column);
        }
        return bytes;
    }

    /** Returns what keeps a sample; one that a model draws is drawn when it is first looked at. */
    private SampleStore store(int sample) {
        SampleStore store = stores.get(sample);
        if (store.isDrawn() && !store.isCached()) {
            Set<String> columns = plan.firstPass().getOrDefault(sample, Set.of());
            store.read(columns, Optional.of(columns), drawn -> {});
        }
        return store;
    }
}

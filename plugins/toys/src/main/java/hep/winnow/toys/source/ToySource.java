package hep.winnow.toys.source;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.random.RandomStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * Events that are made when they are read. Block {@code b} holds events {@code 8192 b} to {@code 8192 b + 8191} (with a block size of its own, as many) and is made from stream
 * {@code b} of the sample. So reading again gives the same bits, on any number of threads, and the first events do not
 * depend on how many follow: a sample of 1,000 events is the beginning of one of 1,000,000.
 */
public final class ToySource implements EventSource {
    /** Events of a block; part of what a seed means, so it never changes. */
    public static final int BLOCK = 8192;

    private final List<ColumnInfo> schema;
    private final long events;
    private final RandomStream random;
    private final int block;
    private final BlockMaker maker;

    /**
     * Makes a source.
     *
     * @param schema the columns that {@code maker} makes, in its order
     * @param events number of events, at least 0
     * @param random stream of the sample
     * @param maker makes the blocks
     */
    public ToySource(List<ColumnInfo> schema, long events, RandomStream random, BlockMaker maker) {
        this(schema, events, random, BLOCK, maker);
    }

    /**
     * Makes a source whose events are so large that blocks should be smaller.
     *
     * @param schema the columns that {@code maker} makes, in its order
     * @param events number of events, at least 0
     * @param random stream of the sample
     * @param block events of a block, at least 1; part of what a seed means
     * @param maker makes the blocks
     */
    public ToySource(List<ColumnInfo> schema, long events, RandomStream random, int block, BlockMaker maker) {
        this.schema = List.copyOf(schema);
        this.events = events;
        this.random = random;
        this.block = block;
        this.maker = maker;
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(events);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        List<String> names = schema.stream().map(ColumnInfo::name).toList();
        int[] wanted = columns.stream().mapToInt(names::indexOf).toArray();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] < 0) {
                throw new IllegalArgumentException("no column '" + columns.get(i) + "'; there are " + names);
            }
        }
        return new ToyReader(wanted, events, block, random, maker, context.workers());
    }
}

package hep.winnow.core.verbs;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first events of a source, over the borders of its files; all of them if it has no more. Events behind them may still be read to the end of the piece that the
 * source reads at once, so that a bad row right behind the last event can still be told.
 *
 * @param all the source
 * @param rows how many of its events there are; at least 1
 */
record FirstRows(EventSource all, long rows) implements EventSource {
    FirstRows {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, found " + rows);
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return all.schema();
    }

    @Override
    public Map<String, String> shortNames() {
        return all.shortNames();
    }

    @Override
    public OptionalLong events() {
        OptionalLong known = all.events();
        return known.isPresent() ? OptionalLong.of(Math.min(rows, known.getAsLong())) : known;
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return all.unreadable();
    }

    @Override
    public List<Path> files() {
        return all.files();
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) throws IOException {
        return new Reader(all.open(columns, context), rows);
    }

    /** Hands out blocks until it has handed out enough events. */
    private static final class Reader implements BlockReader {
        private final BlockReader all;
        private long left;

        Reader(BlockReader all, long rows) {
            this.all = all;
            this.left = rows;
        }

        @Override
        public Optional<EventBlock> next() throws IOException {
            if (left == 0) {
                return Optional.empty();
            }
            Optional<EventBlock> block = all.next().map(b -> b.size() <= left ? b : head(b, (int) left));
            left -= block.map(EventBlock::size).orElse(0);
            return block;
        }

        @Override
        public int part() {
            return all.part();
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }

    private static EventBlock head(EventBlock block, int size) {
        return new EventBlock(
                size, block.columns().stream().map(c -> head(c, size)).toList());
    }

    private static Column head(Column column, int size) {
        if (column instanceof Column.Lists lists) {
            int[] offsets = Arrays.copyOf(lists.offsets(), size + 1);
            return new Column.Lists(offsets, head(lists.values(), offsets[size]));
        }
        if (column instanceof Column.Floats floats) {
            return new Column.Floats(Arrays.copyOf(floats.values(), size));
        }
        if (column instanceof Column.Doubles doubles) {
            return new Column.Doubles(Arrays.copyOf(doubles.values(), size));
        }
        if (column instanceof Column.Ints ints) {
            return new Column.Ints(Arrays.copyOf(ints.values(), size));
        }
        if (column instanceof Column.Longs longs) {
            return new Column.Longs(Arrays.copyOf(longs.values(), size));
        }
        if (column instanceof Column.Booleans booleans) {
            return new Column.Booleans(Arrays.copyOf(booleans.values(), size));
        }
        return new Column.Strings(Arrays.copyOf(((Column.Strings) column).values(), size));
    }
}

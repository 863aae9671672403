package hep.winnow.core.run;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.api.run.Workers;
import hep.winnow.core.spill.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * A source whose columns stay in memory once they were read to the end. Asked for further columns, it reads those and the kept ones together; asked for kept ones alone, it reads no file. For one reader at a time.
 */
final class KeptSource implements EventSource {
    private final EventSource source;
    private final LongPredicate hasRoom;
    private List<String> names = List.of();
    private List<Part> blocks = List.of();
    private List<BadRow> badRows = List.of();
    private Map<Path, List<Long>> stamp = Map.of();
    private boolean isWhole;
    private boolean isReplayed;
    private long bytes;

    private record Part(int part, EventBlock block) {}

    private record BadRow(String file, long line, String reason) {}

    /**
     * Makes one that keeps nothing yet.
     *
     * @param hasRoom tells whether so many bytes may be held by this source
     */
    KeptSource(EventSource source, LongPredicate hasRoom) {
        this.source = source;
        this.hasRoom = hasRoom;
    }

    /** Returns how many bytes are held. */
    long bytes() {
        return bytes;
    }

    /** Tells whether it was last opened without reading a file. */
    boolean isReplayed() {
        return isReplayed;
    }

    /** Tells whether its files are others than when they were read. */
    boolean isChanged() {
        return isWhole && !stamp.equals(stamp());
    }

    /** Tells whether these columns can be had without reading a file. */
    boolean holds(List<String> columns) {
        return isWhole && names.containsAll(columns) && stamp.equals(stamp());
    }

    @Override
    public List<ColumnInfo> schema() {
        return source.schema();
    }

    @Override
    public OptionalLong events() {
        return source.events();
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return source.unreadable();
    }

    @Override
    public List<Path> files() {
        return source.files();
    }

    @Override
    public List<EventSource> parts() {
        return source.parts();
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) throws IOException {
        isReplayed = holds(columns);
        if (isReplayed) {
            badRows.forEach(r -> context.badRow(r.file(), r.line(), r.reason()));
            return new Replay(columns);
        }
        Set<String> union = new LinkedHashSet<>(stamp.equals(stamp()) ? names : List.of());
        union.addAll(columns);
        drop();
        return new Recording(List.copyOf(union), columns, context);
    }

    private void drop() {
        names = List.of();
        blocks = List.of();
        badRows = List.of();
        stamp = Map.of();
        isWhole = false;
        bytes = 0;
    }

    /** Returns size and time of the files, by which a changed one is known. */
    private Map<Path, List<Long>> stamp() {
        Map<Path, List<Long>> out = new TreeMap<>();
        for (Path file : source.files()) {
            try {
                out.put(
                        file,
                        List.of(
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis()));
            } catch (IOException e) {
                out.put(file, List.of());
            }
        }
        return out;
    }

    private static EventBlock choose(EventBlock block, int[] wanted) {
        List<Column> columns = new ArrayList<>();
        for (int i : wanted) {
            columns.add(block.columns().get(i));
        }
        return new EventBlock(block.size(), columns);
    }

    private static int[] indexes(List<String> wanted, List<String> all) {
        return wanted.stream().mapToInt(all::indexOf).toArray();
    }

    /** Hands out what is kept. */
    private final class Replay implements BlockReader {
        private final List<Part> kept = blocks;
        private final int[] wanted;
        private int at;

        Replay(List<String> columns) {
            wanted = indexes(columns, names);
        }

        @Override
        public Optional<EventBlock> next() {
            return at == kept.size()
                    ? Optional.empty()
                    : Optional.of(choose(kept.get(at++).block(), wanted));
        }

        @Override
        public int part() {
            return kept.get(Math.max(0, at - 1)).part();
        }

        @Override
        public void close() {}
    }

    /** Reads the source, and keeps what comes if it is read to its end and there is room for it. */
    private final class Recording implements BlockReader {
        private final List<String> columns;
        private final int[] wanted;
        private final Map<Path, List<Long>> began = stamp();
        private final List<Part> seen = new ArrayList<>();
        private final List<BadRow> bad = new ArrayList<>();
        private final BlockReader reader;
        private long held;
        private boolean fits = true;

        Recording(List<String> columns, List<String> asked, ReadContext context) throws IOException {
            this.columns = columns;
            this.wanted = indexes(asked, columns);
            this.reader = source.open(columns, new Listening(context));
        }

        @Override
        public Optional<EventBlock> next() throws IOException {
            Optional<EventBlock> block = reader.next();
            if (block.isPresent()) {
                keep(block.get());
            } else if (fits) {
                names = columns;
                blocks = List.copyOf(seen);
                badRows = List.copyOf(bad);
                stamp = began;
                isWhole = true;
                bytes = held;
            }
            return block.map(b -> choose(b, wanted));
        }

        private void keep(EventBlock block) {
            for (Column column : block.columns()) {
                held += Kept.inMemory(column);
            }
            fits &= hasRoom.test(held);
            if (fits) {
                seen.add(new Part(reader.part(), block));
            } else {
                seen.clear();
            }
        }

        @Override
        public int part() {
            return reader.part();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }

        /** Takes note of rows that are left out. */
        private final class Listening implements ReadContext {
            private final ReadContext context;

            Listening(ReadContext context) {
                this.context = context;
            }

            @Override
            public Workers workers() {
                return context.workers();
            }

            @Override
            public void badRow(String file, long line, String reason) {
                bad.add(new BadRow(file, line, reason));
                context.badRow(file, line, reason);
            }

            @Override
            public void progressed(long read) {
                context.progressed(read);
            }
        }
    }
}

package hep.winnow.api.event;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The events of several sources of the same columns, one source behind the other: the files of a sample. */
public final class JoinedSource implements EventSource {
    private final List<EventSource> parts;

    private JoinedSource(List<EventSource> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Joins sources; a lone one is returned as it is. The order of the columns is that of the first one.
     *
     * @param parts at least one, each with its files
     * @throws UserError if one has other columns than the first one, or one of another type: with both files
     */
    public static EventSource of(List<? extends EventSource> parts) {
        EventSource first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        Map<String, ColumnInfo> columns = byName(first);
        for (EventSource part : parts.subList(1, parts.size())) {
            check(first, columns, part);
        }
        return new JoinedSource(List.copyOf(parts));
    }

    private static Map<String, ColumnInfo> byName(EventSource source) {
        Map<String, ColumnInfo> columns = new LinkedHashMap<>();
        source.schema().forEach(column -> columns.putIfAbsent(column.name(), column));
        return columns;
    }

    private static void check(EventSource first, Map<String, ColumnInfo> columns, EventSource other) {
        Map<String, ColumnInfo> others = byName(other);
        for (ColumnInfo column : columns.values()) {
            ColumnInfo found = others.get(column.name());
            if (found == null) {
                throw differ(first, other, "the column '" + column.name() + "' is in " + file(first) + " alone");
            }
            if (!type(found).equals(type(column))) {
                throw differ(
                        first,
                        other,
                        "'" + column.name() + "' is " + type(column) + " in " + file(first) + ", but " + type(found)
                                + " in " + file(other));
            }
        }
        for (String name : others.keySet()) {
            if (!columns.containsKey(name)) {
                throw differ(first, other, "the column '" + name + "' is in " + file(other) + " alone");
            }
        }
    }

    private static String type(ColumnInfo column) {
        return column.type().name().toLowerCase(Locale.ROOT) + "[]".repeat(column.depth());
    }

    private static String file(EventSource source) {
        return source.files().isEmpty() ? "a source" : source.files().get(0).toString();
    }

    private static UserError differ(EventSource first, EventSource other, String how) {
        return UserError.data(
                file(first) + " and " + file(other) + " do not fit together: " + how,
                "files of one sample need the same columns; read the others as a sample of their own");
    }

    @Override
    public List<ColumnInfo> schema() {
        return parts.get(0).schema();
    }

    @Override
    public Map<String, String> shortNames() {
        return parts.get(0).shortNames();
    }

    @Override
    public OptionalLong events() {
        long sum = 0;
        for (EventSource part : parts) {
            if (part.events().isEmpty()) {
                return OptionalLong.empty();
            }
            sum += part.events().getAsLong();
        }
        return OptionalLong.of(sum);
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return parts.get(0).unreadable();
    }

    @Override
    public List<Path> files() {
        return parts.stream().flatMap(p -> p.files().stream()).toList();
    }

    @Override
    public List<EventSource> parts() {
        return parts;
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) throws IOException {
        ColumnIndex.of(this, columns);
        return new Reader(columns, context);
    }

    private final class Reader implements BlockReader {
        private final List<String> columns;
        private final ReadContext context;
        private Optional<BlockReader> reader = Optional.empty();
        private int next;

        Reader(List<String> columns, ReadContext context) {
            this.columns = List.copyOf(columns);
            this.context = context;
        }

        @Override
        public Optional<EventBlock> next() throws IOException {
            while (true) {
                if (reader.isPresent()) {
                    Optional<EventBlock> block = reader.get().next();
                    if (block.isPresent()) {
                        return block;
                    }
                    close();
                }
                if (next == parts.size()) {
                    return Optional.empty();
                }
                reader = Optional.of(parts.get(next).open(columns, context));
                next++;
            }
        }

        @Override
        public int part() {
            return next - 1;
        }

        @Override
        public void close() throws IOException {
            if (reader.isPresent()) {
                BlockReader open = reader.get();
                reader = Optional.empty();
                open.close();
            }
        }
    }
}

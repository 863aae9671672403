package hep.winnow.api.event;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where events come from: the schema first, then blocks of the columns that are asked for. Reading twice gives the same
 * events in the same order, for any number of threads.
 */
public interface EventSource {
    /** Returns the columns that can be asked for, in the source's order. Reading them costs little. */
    List<ColumnInfo> schema();

    /**
     * Returns shorter names of columns, with the name in the {@link #schema()} of each: {@code Jet.PT} for a column {@code Jet/Jet.PT}. Whoever asks for columns may use either. None is the name
     * of a column, and none stands for two.
     */
    default Map<String, String> shortNames() {
        return Map.of();
    }

    /** Returns the number of events if it is known without reading them. */
    default OptionalLong events() {
        return OptionalLong.empty();
    }

    /** Returns the columns that the files have and that cannot be asked for, with the reason; in the order of the files. */
    default List<UnreadableColumn> unreadable() {
        return List.of();
    }

    /** Returns the files behind this source, in order; empty if there are none. */
    default List<java.nio.file.Path> files() {
        return List.of();
    }

    /** Returns the bytes of all {@link #files()}; those of a file that is gone do not count. */
    default long fileBytes() {
        return files().stream().mapToLong(EventSource::fileBytes).sum();
    }

    /** Returns the bytes of a file; 0 if it is gone. */
    static long fileBytes(java.nio.file.Path file) {
        try {
            return java.nio.file.Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Returns the same events file by file: sources of the same columns and types, one behind the other. Where a source cannot tell its files apart, or does not read them as wholes, it is its own only
     * part.
     */
    default List<EventSource> parts() {
        return List.of(this);
    }

    /**
     * Opens a reader over all events.
     *
     * @param columns names out of {@link #schema()} or {@link #shortNames()}, in the order in which blocks shall hold them; may be empty (blocks then only count events)
     * @param context what the reader may use, and where it tells of trouble
     */
    BlockReader open(List<String> columns, ReadContext context) throws IOException;
}

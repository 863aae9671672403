package hep.winnow.api.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of events is to hold.
 *
 * @param name that the file will have; while it is written it has another
 * @param columns of the events, no name twice; may be empty
 * @param provenance where the events come from, for the metadata of the file: {@code winnow.version}, {@code winnow.macro}, {@code winnow.macro_sha256}, {@code winnow.seed},
 *     {@code winnow.samples}, {@code winnow.selection}, …; how many they are is known at the end only, see {@link #provenance(long)}
 * @param compression how values are to be packed; none where the format cannot
 * @param table name of the table in the file; empty for the one that the format gives, or where tables have no names
 */
public record EventFileHead(
        String name,
        List<ColumnInfo> columns,
        Map<String, String> provenance,
        Compression compression,
        Optional<String> table) {
    /** The key of the number of events. */
    public static final String EVENTS = "winnow.events";

    public EventFileHead {
        columns = List.copyOf(columns);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** Returns the head of a file that is not packed. */
    public EventFileHead(String name, List<ColumnInfo> columns, Map<String, String> provenance) {
        this(name, columns, provenance, Compression.NONE);
    }

    /** Returns the head of a file whose table has the name that the format gives. */
    public EventFileHead(
            String name, List<ColumnInfo> columns, Map<String, String> provenance, Compression compression) {
        this(name, columns, provenance, compression, Optional.empty());
    }

    /** Returns where the events come from, with their number. */
    public Map<String, String> provenance(long events) {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.put(EVENTS, Long.toString(events));
        return all;
    }
}

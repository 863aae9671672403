package hep.winnow.api.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of events is to hold.
 *
 * @param name that the file will have; while it is written it has another
 * @param columns of the events, no name twice; may be empty
 * @param provenance where the events come from: {@code winnow.version}, {@code winnow.macro}, {@code winnow.macro_sha256}, {@code winnow.seed}, …, for the metadata of the file
 */
public record EventFileHead(String name, List<ColumnInfo> columns, Map<String, String> provenance) {
    public EventFileHead {
        columns = List.copyOf(columns);
        provenance = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }
}

package hep.winnow.app.events;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code winnow columns --json} prints. It is strict JSON: what is unknown is null, as are the sum and the range where no value is finite, or there are texts; the first values may be
 * {@code "nan"}, {@code "inf"} and {@code "-inf"}.
 */
final class ColumnsJson {
    private static final Optional<Object> NULL = Optional.empty();

    private ColumnsJson() {}

    /**
     * Returns a description of files.
     *
     * @param hasStats whether the events were read, and columns have {@code count} to {@code first}
     */
    static String of(String file, String kind, List<TableSummary> tables, boolean hasStats) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", file);
        out.put("kind", kind);
        out.put("tables", tables.stream().map(t -> table(t, hasStats)).toList());
        return Json.writeValue(out);
    }

    private static Map<String, Object> table(TableSummary table, boolean hasStats) {
        List<Object> columns = new ArrayList<>();
        for (ColumnInfo column : table.source().schema()) {
            Map<String, Object> facts = facts(column.name(), ColumnSummary.type(column));
            if (hasStats) {
                table.column(column).ifPresentOrElse(c -> stats(c, facts), () -> noStats(facts));
            }
            facts.put("error", table.error(column).<Object>map(e -> e).orElse(NULL));
            columns.add(facts);
        }
        for (UnreadableColumn column : table.source().unreadable()) {
            Map<String, Object> facts = facts(column.name(), column.type());
            if (hasStats) {
                noStats(facts);
            }
            facts.put("error", column.reason());
            columns.add(facts);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", table.name());
        out.put("entries", table.events().isPresent() ? table.events().getAsLong() : NULL);
        out.put("columns", columns);
        out.put("error", table.error().<Object>map(e -> e).orElse(NULL));
        return out;
    }

    private static Map<String, Object> facts(String name, String type) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("type", type);
        return facts;
    }

    private static void stats(ColumnSummary column, Map<String, Object> out) {
        out.put("count", column.count());
        out.put("sum", column.hasRange() && Double.isFinite(column.sum()) ? column.sum() : NULL);
        out.put("min", column.hasRange() ? column.least() : NULL);
        out.put("max", column.hasRange() ? column.greatest() : NULL);
        out.put("nonfinite", column.nonfinite());
        out.put("first", column.first().stream().map(ColumnsJson::widened).toList());
    }

    /** Returns a value with floats as the doubles that they are, as sum and range have them. */
    private static Object widened(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ColumnsJson::widened).toList();
        }
        return value instanceof Float x ? (Object) x.doubleValue() : value;
    }

    private static void noStats(Map<String, Object> out) {
        List.of("count", "sum", "min", "max", "nonfinite").forEach(name -> out.put(name, NULL));
        out.put("first", List.of());
    }
}

package hep.winnow.report;

import hep.winnow.api.run.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the results of a statement: single values in one table, lists of facts in tables of their own. */
final class FactsView {
    /** These stand in the heading of the statement, or above it. */
    private static final Set<String> HEADING = Set.of("verb", "file", "line", "name", "settings");

    private static final int SHORT = 8;

    private FactsView() {}

    /** Writes one result; {@code title} names it. */
    static void write(Html html, String title, Facts facts) {
        Map<String, String> single = new LinkedHashMap<>();
        Map<String, List<Facts>> tables = new LinkedHashMap<>();
        facts.values().forEach((key, value) -> {
            if (!HEADING.contains(key)) {
                sort(key, value, single, tables);
            }
        });
        if (!single.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            single.forEach((key, value) -> rows.add(List.of(key, value)));
            html.table(title, List.of("quantity", "value"), rows);
        }
        tables.forEach((key, list) -> writeList(html, title.isEmpty() ? key : title + ", " + key, list));
    }

    private static void sort(String key, Object value, Map<String, String> single, Map<String, List<Facts>> tables) {
        if (value instanceof Facts inner) {
            inner.values().forEach((name, v) -> sort(key + " " + name, v, single, tables));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Facts) {
            List<Facts> rows = new ArrayList<>();
            for (Object row : list) {
                if (row instanceof Facts facts) {
                    rows.add(facts);
                }
            }
            tables.put(key, rows);
        } else {
            single.put(key, scalar(value));
        }
    }

    private static void writeList(Html html, String caption, List<Facts> list) {
        Set<String> head = new LinkedHashSet<>();
        list.forEach(facts -> head.addAll(facts.values().keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (Facts facts : list) {
            List<String> row = new ArrayList<>();
            for (String key : head) {
                Object value = facts.values().get(key);
                row.add(value == null ? Rounded.NOTHING : scalar(value));
            }
            rows.add(row);
        }
        html.table(caption, List.copyOf(head), rows);
    }

    /** Returns a value as text; long lists are cut in the middle, for {@code run.json} has them whole. */
    static String scalar(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Rounded.of(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            return Rounded.of(number.longValue());
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof Facts facts) {
            List<String> parts = new ArrayList<>();
            facts.values().forEach((key, inner) -> parts.add(key + " " + scalar(inner)));
            return String.join(", ", parts);
        } else if (value instanceof List<?> list) {
            return joined(list);
        }
        return String.valueOf(value);
    }

    private static String joined(List<?> list) {
        if (list.isEmpty()) {
            return "none";
        }
        if (list.size() <= SHORT) {
            return String.join(", ", list.stream().map(FactsView::scalar).toList());
        }
        return scalar(list.get(0)) + ", " + scalar(list.get(1)) + ", …, " + scalar(list.get(list.size() - 1)) + " ("
                + list.size() + " values)";
    }
}

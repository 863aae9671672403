package hep.winnow.root.result;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.FixedSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Instance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The points of a graph, with their errors upwards and downwards; 0 where the graph has none. */
final class Graph {
    private Graph() {}

    static EventSource source(Path file, Instance graph) {
        int points = (int) graph.integer("fNpoints");
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String axis : List.of("X", "Y")) {
            String name = axis.toLowerCase(java.util.Locale.ROOT);
            double[] both = graph.numbers("fE" + axis);
            columns.put(name, graph.numbers("f" + axis));
            columns.put(name + "_plus", first(graph.numbers("fE" + axis + "high"), both));
            columns.put(name + "_minus", first(graph.numbers("fE" + axis + "low"), both));
        }
        List<ColumnInfo> schema = new ArrayList<>();
        List<Column> values = new ArrayList<>();
        columns.forEach((name, found) -> {
            boolean isError = name.length() > 1;
            if (found.length != points && !(isError && found.length == 0)) {
                throw new Damage.Found(
                        "it says that it has " + points + " points, but has " + found.length + " of " + name);
            }
            schema.add(ColumnInfo.of(name, ColumnType.DOUBLE));
            values.add(new Column.Doubles(found.length == points ? found : new double[points]));
        });
        return new FixedSource(file, schema, () -> values);
    }

    private static double[] first(double[] own, double[] both) {
        return own.length > 0 ? own : both;
    }
}

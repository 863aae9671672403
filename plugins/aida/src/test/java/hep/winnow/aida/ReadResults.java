package hep.winnow.aida;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.testing.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads results for tests. */
public final class ReadResults {
    private ReadResults() {}

    /** The bins of a histogram of one axis. */
    public record Bins1(double[] low, double[] high, double[] height, double[] error, double[] entries) {}

    /** Returns the bins of a histogram. */
    public static Bins1 bins(Path file, String table) {
        return new Bins1(
                array(file, table, "low"),
                array(file, table, "high"),
                array(file, table, "height"),
                array(file, table, "error"),
                array(file, table, "entries"));
    }

    private static double[] array(Path file, String table, String column) {
        return column(file, table, column).stream().mapToDouble(d -> d).toArray();
    }

    /** Returns one column of a table. */
    public static List<Double> column(Path file, String table, String column) {
        return rows(file, table, List.of(column)).stream().map(r -> r.get(0)).toList();
    }

    /** Returns all columns of the rows of a table. */
    public static List<List<Double>> points(Path file, String table) {
        EventSource source = AidaTable.find(file, Optional.of(table)).open(file);
        return rows(file, table, source.schema().stream().map(ColumnInfo::name).toList());
    }

    private static List<List<Double>> rows(Path file, String table, List<String> columns) {
        List<List<Double>> rows = new ArrayList<>();
        EventSource source = AidaTable.find(file, Optional.of(table)).open(file);
        for (EventBlock block : Tables.blocks(source, columns)) {
            for (int i = 0; i < block.size(); i++) {
                int row = i;
                rows.add(block.columns().stream().map(c -> c.number(row)).toList());
            }
        }
        return rows;
    }
}

package hep.winnow.api.hist;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * The bins of a histogram as rows of a table: number, lower and upper edge of each bin along each axis, as {@code bin}, {@code low}, {@code high}, or {@code x_bin}, … where there are several axes. Bin 0 is underflow, the
 * last one overflow, whose outer edges are infinite. The first axis runs fastest.
 */
public final class BinTable {
    private static final List<String> AXES = List.of("x", "y", "z");

    private final List<double[]> axes;

    /**
     * Makes one.
     *
     * @param axes edges of the bins of one to three axes, rising
     */
    public BinTable(List<double[]> axes) {
        this.axes = List.copyOf(axes);
    }

    /** Returns the edges of bins of one width. */
    public static double[] edges(int bins, double low, double high) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = low + i * ((high - low) / bins);
        }
        edges[bins] = high;
        return edges;
    }

    /** Returns the number of rows. */
    public int rows() {
        return axes.stream().mapToInt(edges -> edges.length + 1).reduce(1, (a, b) -> a * b);
    }

    /** Returns the columns that tell where a bin is. */
    public List<ColumnInfo> schema() {
        List<ColumnInfo> schema = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            String prefix = axes.size() == 1 ? "" : AXES.get(a) + "_";
            schema.add(ColumnInfo.of(prefix + "bin", ColumnType.INT));
            schema.add(ColumnInfo.of(prefix + "low", ColumnType.DOUBLE));
            schema.add(ColumnInfo.of(prefix + "high", ColumnType.DOUBLE));
        }
        return schema;
    }

    /** Returns the values of these columns. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        int stride = 1;
        for (double[] edges : axes) {
            int width = edges.length + 1;
            int[] bin = new int[rows()];
            double[] low = new double[bin.length];
            double[] high = new double[bin.length];
            for (int cell = 0; cell < bin.length; cell++) {
                int i = cell / stride % width;
                bin[cell] = i;
                low[cell] = i == 0 ? Double.NEGATIVE_INFINITY : edges[i - 1];
                high[cell] = i == width - 1 ? Double.POSITIVE_INFINITY : edges[i];
            }
            columns.add(new Column.Ints(bin));
            columns.add(new Column.Doubles(low));
            columns.add(new Column.Doubles(high));
            stride *= width;
        }
        return columns;
    }
}

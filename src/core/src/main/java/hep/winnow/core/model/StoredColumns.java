package hep.winnow.core.model;

import hep.winnow.api.event.Column;
import hep.winnow.core.model.transform.FittedTransform;
import hep.winnow.core.model.transform.TrainColumns;
import hep.winnow.core.model.transform.TransformFitter;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.spill.SpillFile;
import hep.winnow.kernels.stat.StoredOrder;
import java.util.ArrayList;
import java.util.List;

/** Columns of doubles that lie in a file, with fits to them: the sums go over the same events in the same order as in memory, so that they have the same bits. */
final class StoredColumns implements AutoCloseable {
    private final ColumnBlocks source;
    private final Memory memory;
    private final SpillFile file;
    private final List<List<Kept>> blocks = new ArrayList<>();
    private final double[] fill;

    private StoredColumns(ColumnBlocks source, Memory memory, double[] fill) {
        this.source = source;
        this.memory = memory;
        this.file = memory.file();
        this.fill = fill;
    }

    /** Returns the columns of a source, of which {@code fill} stands in for missing values. */
    static StoredColumns filled(ColumnBlocks source, double[] fill, Memory memory) {
        return new StoredColumns(source, memory, fill);
    }

    /** Returns what a transform makes of these columns. */
    StoredColumns transformed(FittedTransform transform) {
        StoredColumns out = new StoredColumns(source, memory, new double[0]);
        for (int b = 0; b < source.blocks(); b++) {
            double[][] values = new double[columns()][];
            for (int f = 0; f < values.length; f++) {
                values[f] = values(b, f);
            }
            List<Kept> kept = new ArrayList<>();
            for (double[] column : transform.apply(values, source.size(b))) {
                kept.add(Kept.of(new Column.Doubles(column), out.file));
            }
            out.blocks.add(kept);
        }
        return out;
    }

    int columns() {
        return blocks.isEmpty() ? source.columns() : blocks.get(0).size();
    }

    /** Returns a column in a block. */
    double[] values(int block, int column) {
        if (!blocks.isEmpty()) {
            return ((Column.Doubles) blocks.get(block).get(column).column()).values();
        }
        return filled(source.column(block, column), fill[column]);
    }

    private static double[] filled(Column column, double fill) {
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            double x = column.number(i);
            values[i] = Double.isNaN(x) ? fill : x;
        }
        return values;
    }

    /** Returns how many values of a column are not finite. */
    long lacking(int column) {
        long count = 0;
        for (int b = 0; b < source.blocks(); b++) {
            for (double x : values(b, column)) {
                count += Double.isFinite(x) ? 0 : 1;
            }
        }
        return count;
    }

    /** Hands the chunks of a column to a statistic, in order. */
    void forEach(int column, Chunks chunks) {
        for (int b = 0; b < source.blocks(); b++) {
            chunks.add(values(b, column), source.weight(b), source.size(b));
        }
    }

    /** What is done with a chunk of a column. */
    @FunctionalInterface
    interface Chunks {
        /** Takes a chunk of {@code n} events. */
        void add(double[] x, double[] weight, int n);
    }

    /** Returns the values of a column with the absolute weights of their events, in rising order, NaN last; to be closed. */
    StoredOrder order(int column, int share) {
        StoredOrder order = new StoredOrder(memory.limit() / (4L * share), memory::open);
        forEach(column, (x, weight, n) -> {
            for (int i = 0; i < n; i++) {
                order.add(x[i], Math.abs(weight[i]), 0, 0);
            }
        });
        return order;
    }

    /** Returns these as a transform is fitted to them; {@code share} of them are sorted at once. */
    TrainColumns forTransforms(int share) {
        return TransformFitter.columns(
                columns(),
                source.size(),
                (column, chunks) -> {
                    for (int b = 0; b < source.blocks(); b++) {
                        chunks.add(values(b, column), source.weight(b), source.size(b));
                    }
                },
                (first, second, chunks) -> {
                    for (int b = 0; b < source.blocks(); b++) {
                        chunks.add(values(b, first), values(b, second), source.weight(b), source.size(b));
                    }
                },
                column -> order(column, share));
    }

    @Override
    public void close() {
        file.close();
    }
}

package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.core.model.ColumnBlocks;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.spill.SpillFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in a file: columns, weights and classes of events, in blocks of {@link ColumnBlocks#BLOCK}. Written by one thread, then read by any. */
final class StoredTable implements AutoCloseable {
    private final int columns;
    private final SpillFile file;
    private final List<Block> blocks = new ArrayList<>();
    private TableBuilder pending;
    private int waiting;
    private long size;

    private record Block(List<Kept> columns, Kept weight, Kept classIndex) {}

    /** Makes an empty one, of tables with so many columns. */
    StoredTable(int columns, Memory memory) {
        this.columns = columns;
        this.file = memory.file();
        this.pending = new TableBuilder(columns);
    }

    /** Adds the events of a table behind the others. */
    void add(EventTable table) {
        pending.add(table);
        waiting += table.size();
        if (waiting >= ColumnBlocks.BLOCK) {
            write(false);
        }
    }

    /** Ends the writing. */
    void end() {
        write(true);
    }

    private void write(boolean isLast) {
        EventTable table = pending.build();
        int from = 0;
        while (table.size() - from >= ColumnBlocks.BLOCK) {
            store(rows(table, from, from + ColumnBlocks.BLOCK));
            from += ColumnBlocks.BLOCK;
        }
        EventTable rest = rows(table, from, table.size());
        pending = new TableBuilder(columns);
        waiting = rest.size();
        if (isLast && waiting > 0) {
            store(rest);
        } else if (waiting > 0) {
            pending.add(rest);
        }
    }

    private static EventTable rows(EventTable table, int from, int to) {
        return Tables.rows(table, IntStream.range(from, to).toArray());
    }

    private void store(EventTable table) {
        List<Kept> kept = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            kept.add(Kept.of(table.column(c), file));
        }
        blocks.add(new Block(
                kept,
                Kept.of(new Column.Doubles(table.weight()), file),
                Kept.of(new Column.Ints(table.classIndex()), file)));
        size += table.size();
    }

    long size() {
        return size;
    }

    int blocks() {
        return blocks.size();
    }

    Column column(int block, int column) {
        return blocks.get(block).columns().get(column).column();
    }

    /** Returns the physical weights of a block. */
    double[] weight(int block) {
        return ((Column.Doubles) blocks.get(block).weight().column()).values();
    }

    int[] classIndex(int block) {
        return ((Column.Ints) blocks.get(block).classIndex().column()).values();
    }

    @Override
    public void close() {
        file.close();
    }
}

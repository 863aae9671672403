package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import io.jhdf.HdfFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The lists of a jagged column: the values of all events one behind the other in one dataset, where the list of each event ends in another. */
final class JaggedRows {
    private static final int BLOCK_BYTES = 1 << 22;
    private static final long MAX_RATIO = 1032;
    private static final long SLACK = 1 << 20;

    private final Path file;
    private final TableColumn column;
    private final Rows values;
    private final Rows offsets;
    private final HdfFile hdf;
    private final long mostBytes;
    private long first = -1;
    private long[] ends = new long[0];

    JaggedRows(Path file, HdfFile hdf, TableColumn column, String offsets, long fileBytes) {
        this.file = file;
        this.hdf = hdf;
        this.column = column;
        this.values = Rows.of(hdf.getDatasetByPath(column.dataset()), file, fileBytes);
        this.offsets = Rows.of(hdf.getDatasetByPath(offsets), file, fileBytes);
        this.mostBytes = Math.min(Integer.MAX_VALUE - 8L, fileBytes * MAX_RATIO + SLACK);
    }

    /** Returns how many of {@code most} events from {@code row} on are handed out at once: so many as have lists of some megabytes, at least one. */
    int goodBlock(long row, int most) {
        load(row, most);
        int n = 1;
        while (n < most && (ends[n + 1] - ends[0]) * values.rowBytes() <= BLOCK_BYTES) {
            n++;
        }
        return n;
    }

    /** Returns the lists of {@code n} events, which {@link #goodBlock} allowed. */
    Column column(long row, int n) {
        load(row, n);
        int[] inBlock = new int[n + 1];
        long count = ends[n] - ends[0];
        if (count * values.rowBytes() > mostBytes) {
            throw UserError.data(
                    file + " says that a list of '" + column.info().name() + "' from row " + row + " on has " + count
                            + " values, which cannot be",
                    Guard.HELP);
        }
        for (int i = 0; i <= n; i++) {
            inBlock[i] = (int) (ends[i] - ends[0]);
        }
        // A dataset without values may have no place in the file.
        ByteBuffer bytes = count == 0 ? ByteBuffer.allocate(0) : values.read(ends[0], (int) count);
        Column flat = new Decoder(file, column, hdf.getHdfBackingStorage()).values(column.type(), bytes, (int) count);
        return new Column.Lists(inBlock, flat);
    }

    /** Returns how many bytes the block of {@link #column} took. */
    long bytes(int n) {
        return (ends[n] - ends[0]) * values.rowBytes() + (long) n * offsets.rowBytes();
    }

    private void load(long row, int n) {
        if (row == first && ends.length > n) {
            return;
        }
        long[] loaded = Decoder.wholes(offsets.dataset().getDataType(), offsets.read(row, n + 1), n + 1);
        for (int i = 0; i <= n; i++) {
            if (loaded[i] < (i == 0 ? 0 : loaded[i - 1]) || loaded[i] > values.count()) {
                throw UserError.data(
                        file + " says that a list of '" + column.info().name() + "' ends at "
                                + loaded[i] + " of " + values.count() + " values, in row "
                                + (row + i),
                        Guard.HELP);
            }
        }
        first = row;
        ends = loaded;
    }
}

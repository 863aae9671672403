package hep.winnow.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The rows of one dataset, as bytes; read from the first to the last. */
abstract class Rows {
    private final Dataset dataset;
    private final int rowBytes;

    Rows(Dataset dataset) {
        this.dataset = dataset;
        this.rowBytes = rowBytes(dataset);
    }

    /**
     * Returns the rows of a dataset.
     *
     * @param fileBytes length of the file: no dataset that is not packed is longer
     */
    static Rows of(Dataset dataset, Path file, long fileBytes) {
        if (dataset instanceof ChunkedDataset chunked) {
            return new ChunkedRows(chunked, file, fileBytes);
        }
        if (dataset instanceof ContiguousDataset contiguous) {
            return new ContiguousRows(contiguous, file, fileBytes);
        }
        return new CompactRows(dataset, file);
    }

    private static int rowBytes(Dataset dataset) {
        int[] dimensions = dataset.getDimensions();
        long bytes = dataset.getDataType().getSize();
        for (int i = 1; i < dimensions.length; i++) {
            bytes = Math.min(TableMaker.MAX_ROW_BYTES + 1L, bytes * dimensions[i]);
        }
        if (bytes <= 0 || bytes > TableMaker.MAX_ROW_BYTES) {
            throw new IllegalArgumentException("rows of " + bytes + " bytes");
        }
        return (int) bytes;
    }

    Dataset dataset() {
        return dataset;
    }

    long count() {
        return dataset.getDimensions()[0];
    }

    int rowBytes() {
        return rowBytes;
    }

    /** Returns how many rows from {@code row} on can be had at once with the least work, of no more than {@code most}. */
    int goodBlock(long row, int most) {
        return most;
    }

    /** Returns {@code n} rows from {@code row} on, the first at byte 0. */
    abstract ByteBuffer read(long row, int n);
}

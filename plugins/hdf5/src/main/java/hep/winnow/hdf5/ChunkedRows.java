package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A dataset in chunks, perhaps packed. Those that hold the row which is read are unpacked together, and kept until another row is. */
final class ChunkedRows extends Rows {
    private static final long MAX_RATIO = 1032;
    private static final long SLACK = 1 << 20;

    private final ChunkedDataset dataset;
    private final Path file;
    private final int[] chunk;
    private final int elementBytes;
    private long first = -1;
    private byte[] rows = new byte[0];

    ChunkedRows(ChunkedDataset dataset, Path file, long fileBytes) {
        super(dataset);
        this.dataset = dataset;
        this.file = file;
        this.chunk = dataset.getChunkDimensions();
        this.elementBytes = dataset.getDataType().getSize();
        long bytes = elementBytes;
        for (int d : chunk) {
            bytes = d <= 0 || bytes > Integer.MAX_VALUE ? Long.MAX_VALUE : bytes * d;
        }
        long most = Math.min(Integer.MAX_VALUE - 8L, fileBytes * MAX_RATIO + SLACK);
        if (chunk.length != dataset.getDimensions().length
                || chunk.length > 2
                || bytes > most
                || (long) chunk[0] * rowBytes() > most) {
            throw UserError.data(
                    file + " says that a chunk of " + dataset.getPath() + " has " + bytes + " bytes, which cannot be",
                    Guard.HELP);
        }
    }

    @Override
    int goodBlock(long row, int most) {
        return (int) Math.min(most, chunk[0] - row % chunk[0]);
    }

    @Override
    ByteBuffer read(long row, int n) {
        byte[] bytes = new byte[n * rowBytes()];
        for (int done = 0; done < n; ) {
            long from = row + done;
            load(from / chunk[0] * chunk[0]);
            int inChunk = (int) (from - first);
            int some = Math.min(n - done, chunk[0] - inChunk);
            System.arraycopy(rows, inChunk * rowBytes(), bytes, done * rowBytes(), some * rowBytes());
            done += some;
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Unpacks the chunks of the rows from {@code from} on, side by side. */
    private void load(long from) {
        if (from == first) {
            return;
        }
        int width = chunk.length == 1 ? 1 : chunk[1];
        int columns = chunk.length == 1 ? 1 : dataset.getDimensions()[1];
        byte[] loaded = new byte[chunk[0] * rowBytes()];
        for (int column = 0; column < columns; column += width) {
            byte[] part = unpacked(from, column);
            int used = Math.min(width, columns - column) * elementBytes;
            for (int i = 0; i < chunk[0]; i++) {
                System.arraycopy(part, i * width * elementBytes, loaded, i * rowBytes() + column * elementBytes, used);
            }
        }
        rows = loaded;
        first = from;
    }

    private byte[] unpacked(long row, int column) {
        int[] offset = chunk.length == 1 ? new int[] {(int) row} : new int[] {(int) row, column};
        byte[] bytes = Guard.call(file, () -> dataset.getDecompressedChunk(offset));
        int expected = chunk[0] * (chunk.length == 1 ? 1 : chunk[1]) * elementBytes;
        if (bytes.length < expected) {
            throw UserError.data(
                    file + " has " + bytes.length + " bytes of " + dataset.getPath() + " from row " + row
                            + " on, expected " + expected,
                    Guard.HELP);
        }
        return bytes;
    }
}

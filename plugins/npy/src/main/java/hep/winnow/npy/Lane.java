package hep.winnow.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Rows of one array, read one behind the other. */
final class Lane implements AutoCloseable {
    private final NpyArray array;
    private final long start;
    private final int stride;
    private InputStream in = InputStream.nullInputStream();
    private boolean isOpen;
    private long bytes;
    private ByteBuffer block = ByteBuffer.allocate(0);

    /** Makes a lane of rows of {@code stride} bytes from an offset on; the file is opened with the first of them. */
    Lane(NpyArray array, long start, int stride) {
        this.array = array;
        this.start = start;
        this.stride = stride;
    }

    /** Reads the next {@code n} rows. */
    void read(int n) {
        try {
            if (!isOpen) {
                in = array.store().open(start);
                isOpen = true;
            }
            byte[] rows = in.readNBytes(n * stride);
            if (rows.length < n * stride) {
                throw new EOFException("it ends at byte " + (start + bytes + rows.length) + ", though its header says "
                        + array.header().shapeText());
            }
            bytes += rows.length;
            block = ByteBuffer.wrap(rows);
        } catch (IOException e) {
            throw Damage.of(array.store().where(), e);
        }
    }

    /** Returns the rows that were read last. */
    ByteBuffer rows(ByteOrder order) {
        return block.duplicate().order(order);
    }

    /** Returns how many bytes a row has. */
    int stride() {
        return stride;
    }

    /** Returns what the array is called. */
    String where() {
        return array.store().where();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

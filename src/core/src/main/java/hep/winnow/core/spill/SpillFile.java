package hep.winnow.core.spill;

import hep.winnow.api.diagnostic.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A temporary file of numbers. It is made when something is first written, and gone when it is closed or the process ends, however it ends. Safe for several threads.
 */
public final class SpillFile implements Closeable {
    /** What is moved at once: a channel keeps a buffer of that size for each thread. */
    private static final int SLICE = 1 << 18;

    private final Path folder;
    private final Memory memory;
    private Optional<FileChannel> channel = Optional.empty();
    private long end;

    SpillFile(Path folder, Memory memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /** Returns a buffer in the byte order of the file. */
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    /** Writes what is left of a buffer behind all else; returns where. */
    public long append(ByteBuffer bytes) {
        long at = reserve(bytes.remaining());
        write(at, bytes);
        return at;
    }

    /** Keeps room for so many bytes behind all else; returns where. */
    public synchronized long reserve(long bytes) {
        long at = end;
        end += bytes;
        return at;
    }

    /** Writes what is left of a buffer to a place. */
    public void write(long at, ByteBuffer bytes) {
        long to = at;
        memory.wrote(bytes.remaining());
        try {
            FileChannel open = open();
            while (bytes.hasRemaining()) {
                int n = Math.min(SLICE, bytes.remaining());
                int written = open.write(bytes.slice(bytes.position(), n), to);
                bytes.position(bytes.position() + written);
                to += written;
            }
        } catch (IOException e) {
            throw failure("write to", e);
        }
    }

    /** Fills what is left of a buffer from a place. */
    public void read(long at, ByteBuffer bytes) {
        long from = at;
        try {
            FileChannel open = open();
            while (bytes.hasRemaining()) {
                int n = Math.min(SLICE, bytes.remaining());
                int read = open.read(bytes.slice(bytes.position(), n), from);
                if (read < 0) {
                    throw new IOException("the file is shorter than what was written to it");
                }
                bytes.position(bytes.position() + read);
                from += read;
            }
        } catch (IOException e) {
            throw failure("read from", e);
        }
    }

    /** Writes floats to a place. */
    public void writeFloats(long at, float[] values, int from, int n) {
        ByteBuffer bytes = buffer(Math.min(n, SLICE / Float.BYTES) * Float.BYTES);
        for (int done = 0; done < n; ) {
            int now = Math.min(n - done, SLICE / Float.BYTES);
            bytes.clear().limit(now * Float.BYTES);
            bytes.asFloatBuffer().put(values, from + done, now);
            write(at + (long) done * Float.BYTES, bytes);
            done += now;
        }
    }

    /** Reads floats from a place. */
    public void readFloats(long at, float[] values, int to, int n) {
        ByteBuffer bytes = buffer(Math.min(n, SLICE / Float.BYTES) * Float.BYTES);
        for (int done = 0; done < n; ) {
            int now = Math.min(n - done, SLICE / Float.BYTES);
            bytes.clear().limit(now * Float.BYTES);
            read(at + (long) done * Float.BYTES, bytes);
            bytes.flip().asFloatBuffer().get(values, to + done, now);
            done += now;
        }
    }

    /** Writes doubles to a place. */
    public void writeDoubles(long at, double[] values, int from, int n) {
        ByteBuffer bytes = buffer(n * Double.BYTES);
        bytes.asDoubleBuffer().put(values, from, n);
        write(at, bytes);
    }

    /** Reads doubles from a place. */
    public void readDoubles(long at, double[] values, int to, int n) {
        ByteBuffer bytes = buffer(Math.min(n, SLICE / Double.BYTES) * Double.BYTES);
        for (int done = 0; done < n; ) {
            int now = Math.min(n - done, SLICE / Double.BYTES);
            bytes.clear().limit(now * Double.BYTES);
            read(at + (long) done * Double.BYTES, bytes);
            bytes.flip().asDoubleBuffer().get(values, to + done, now);
            done += now;
        }
    }

    /** Writes whole numbers to a place. */
    public void writeInts(long at, int[] values, int n) {
        ByteBuffer bytes = buffer(n * Integer.BYTES);
        bytes.asIntBuffer().put(values, 0, n);
        write(at, bytes);
    }

    /** Reads whole numbers from a place. */
    public void readInts(long at, int[] values, int to, int n) {
        ByteBuffer bytes = buffer(Math.min(n, SLICE / Integer.BYTES) * Integer.BYTES);
        for (int done = 0; done < n; ) {
            int now = Math.min(n - done, SLICE / Integer.BYTES);
            bytes.clear().limit(now * Integer.BYTES);
            read(at + (long) done * Integer.BYTES, bytes);
            bytes.flip().asIntBuffer().get(values, to + done, now);
            done += now;
        }
    }

    private synchronized FileChannel open() {
        if (channel.isEmpty()) {
            channel = Optional.of(memory.open());
        }
        return channel.get();
    }

    private RuntimeException failure(String what, IOException e) {
        if (e instanceof ClosedChannelException) {
            // The run was interrupted: that closes the channel for all threads.
            return new UncheckedIOException(e);
        }
        return UserError.data(
                        "cannot " + what + " a temporary file in '" + folder + "': " + e.getMessage(),
                        "events that do not fit into memory= lie there: free some of the disk, choose another folder with --out, or give more memory=")
                .because(e);
    }

    @Override
    public synchronized void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            // Nobody needs it any more, and the system deletes it all the same.
            channel = Optional.empty();
        }
        channel = Optional.empty();
    }
}

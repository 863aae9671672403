package hep.winnow.root.file;

import hep.winnow.api.event.ReadAhead;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** The bytes of a file, wherever they lie. May be used by several threads at once. */
public final class Storage implements AutoCloseable {
    private static final int PIECE = 1 << 17;

    private final FileChannel channel;
    private final long size;

    private Storage(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file. */
    public static Storage open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new Storage(channel, channel.size());
    }

    /** Tells whether {@link #willRead} makes a difference. */
    public boolean isFar() {
        return channel instanceof ReadAhead;
    }

    /** Says what will be read soon, which makes a difference where the file lies on a server. */
    public void willRead(List<ReadAhead.Range> ranges) {
        if (channel instanceof ReadAhead far) {
            far.willRead(ranges);
        }
    }

    /** Returns the number of bytes. */
    public long size() {
        return size;
    }

    /**
     * Returns bytes.
     *
     * @param from offset of the first one
     * @param length how many
     * @throws Damage.Found if the file does not have as many, before memory is taken for them
     */
    public byte[] read(long from, long length) throws IOException {
        if (from < 0 || length < 0 || length > size - from) {
            throw new Damage.Found(
                    "it points to " + length + " bytes at byte " + from + ", but the file has " + size + " bytes");
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new Damage.Found("it is " + length + " bytes long, more than can be read at once", from);
        }
        byte[] bytes = new byte[(int) length];
        // In pieces that stay in the processor's cache: they go through a buffer of the system's.
        ByteBuffer to = ByteBuffer.wrap(bytes);
        if (length > PIECE && isFar()) {
            willRead(List.of(new ReadAhead.Range(from, length)));
        }
        while (to.position() < bytes.length) {
            to.limit(Math.min(bytes.length, to.position() + PIECE));
            if (channel.read(to, from + to.position()) < 0) {
                throw new EOFException("it ends at byte " + (from + to.position()));
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

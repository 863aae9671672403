package hep.winnow.root.write;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Where the bytes of a file go, at any place. */
interface Target extends AutoCloseable {
    /** Writes all of some bytes. */
    void write(ByteBuffer bytes, long at) throws IOException;

    /** Returns bytes that were written before. */
    ByteBuffer read(long at, int length) throws IOException;

    @Override
    void close() throws IOException;

    /** Makes a file, at whose name there is nothing. */
    static Target file(Path file) throws IOException {
        return new OnDisk(FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ));
    }

    /** A file on the disk. */
    record OnDisk(FileChannel channel) implements Target {
        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            long to = at;
            while (bytes.hasRemaining()) {
                to += channel.write(bytes, to);
            }
        }

        @Override
        public ByteBuffer read(long at, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new EOFException("the file ends at byte " + (at + bytes.position()));
                }
            }
            return bytes.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A small file in memory. */
    final class InMemory implements Target {
        private static final int FIRST = 1 << 14;

        private byte[] bytes = new byte[FIRST];
        private int size;

        @Override
        public void write(ByteBuffer from, long at) {
            int end = Math.toIntExact(at + from.remaining());
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
            }
            from.get(bytes, (int) at, from.remaining());
            size = Math.max(size, end);
        }

        @Override
        public ByteBuffer read(long at, int length) {
            return ByteBuffer.wrap(Arrays.copyOfRange(bytes, (int) at, (int) at + length));
        }

        /** Returns all of it. */
        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

package hep.winnow.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows at its end, but for its first bytes, which are written last. */
final class Output implements AutoCloseable {
    private final FileChannel channel;
    private long end;

    private Output(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /** Makes a file, and leaves out its first bytes. */
    static Output create(Path file, int head) throws IOException {
        return new Output(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), head);
    }

    /** Returns the length of the file so far. */
    long end() {
        return end;
    }

    /** Writes bytes at the end, at an address that is a multiple of 8, and returns this address. */
    long append(byte[] bytes) throws IOException {
        return append(ByteBuffer.wrap(bytes));
    }

    long append(ByteBuffer bytes) throws IOException {
        long address = end + (-end & 7);
        int length = bytes.remaining();
        write(bytes, address);
        end = address + length;
        return address;
    }

    /** Writes the first bytes of the file. */
    void head(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes), 0);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

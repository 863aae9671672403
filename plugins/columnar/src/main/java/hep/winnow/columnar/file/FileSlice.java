package hep.winnow.columnar.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A piece of a file as a stream, without a buffer of its own; closing it leaves the file open. */
public final class FileSlice extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    /** Makes one of {@code length} bytes from an offset on. */
    public FileSlice(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.end = from + Math.max(0, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = at >= end ? -1 : file.read(ByteBuffer.wrap(out, from, (int) Math.min(length, end - at)), at);
        at += Math.max(0, n);
        return n;
    }

    @Override
    public byte[] readNBytes(int length) throws IOException {
        int n = (int) Math.min(length, end - at);
        byte[] bytes = new byte[n];
        int got = readNBytes(bytes, 0, n);
        return got == n ? bytes : java.util.Arrays.copyOf(bytes, got);
    }

    @Override
    public long skip(long n) {
        long skipped = Math.max(0, Math.min(n, end - at));
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(end - at, Integer.MAX_VALUE);
    }
}

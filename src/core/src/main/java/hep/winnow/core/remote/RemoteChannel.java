package hep.winnow.core.remote;

import hep.winnow.api.event.ReadAhead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** A file on a server that is open for reading. */
final class RemoteChannel extends FileChannel implements ReadAhead {
    private static final int BUFFER = 1 << 16;

    private final RemoteFile file;
    private long position;

    RemoteChannel(RemoteFile file) {
        this.file = file;
    }

    @Override
    public void willRead(List<Range> ranges) {
        try {
            file.willRead(ranges);
        } catch (IOException e) {
            // Whoever reads will be told.
        }
    }

    @Override
    public int read(ByteBuffer to, long from) throws IOException {
        open();
        if (from < 0) {
            throw new IllegalArgumentException("there is no byte " + from);
        }
        return to.hasRemaining() ? file.read(to, from) : 0;
    }

    @Override
    public synchronized int read(ByteBuffer to) throws IOException {
        int count = read(to, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public synchronized long read(ByteBuffer[] to, int offset, int length) throws IOException {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) {
            while (to[i].hasRemaining()) {
                int count = read(to[i]);
                if (count < 0) {
                    return sum == 0 ? -1 : sum;
                }
                sum += count;
            }
        }
        return sum;
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, count));
        int got = read(buffer, from);
        return got < 0 ? 0 : target.write(buffer.flip());
    }

    @Override
    public synchronized long position() throws IOException {
        open();
        return position;
    }

    @Override
    public synchronized FileChannel position(long to) throws IOException {
        open();
        position = to;
        return this;
    }

    @Override
    public long size() throws IOException {
        open();
        return file.head().size();
    }

    private void open() throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metaData) {
        // nothing is written
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException("a file on a server is not mapped into memory");
    }

    @Override
    public FileLock lock(long from, long size, boolean isShared) {
        throw new UnsupportedOperationException("a file on a server is not locked");
    }

    @Override
    public FileLock tryLock(long from, long size, boolean isShared) {
        throw new UnsupportedOperationException("a file on a server is not locked");
    }

    @Override
    protected void implCloseChannel() {
        // What is kept may be read again; requests on their way end by themselves.
    }
}

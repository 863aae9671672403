package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads files one after the other and cuts them at record ends. Used by one thread at a time. What goes wrong on the way becomes a chunk with a
 * {@link Chunk#failure}, so that it is told in its place behind the rows before it.
 */
final class ChunkFeeder implements Closeable {
    /** Bytes of a chunk: what fits into a processor's own cache. */
    static final int CHUNK_BYTES = 1 << 18;

    private static final int MAX_RECORD_BYTES = 1 << 26;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    private final List<TableFile> files;
    private final int chunkBytes;
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private Optional<TextInput> input = Optional.empty();
    private int file;
    private boolean isFirst;
    private byte[] rest = new byte[0];
    private long toldDiskBytes;

    /**
     * Makes a feeder.
     *
     * @param chunkBytes size of a chunk, at least 1; one that holds a longer record is larger
     */
    ChunkFeeder(List<TableFile> files, int chunkBytes) {
        this.files = files;
        this.chunkBytes = chunkBytes;
    }

    /** Returns the next chunk; empty behind the last file. */
    Optional<Chunk> next() {
        return file < files.size() ? Optional.of(read()) : Optional.empty();
    }

    /** Takes back the bytes of a chunk that is no longer used. */
    void recycle(Chunk chunk) {
        if (chunk.bytes().length == chunkBytes + RecordScanner.PADDING) {
            spare.push(chunk.bytes());
        }
    }

    @Override
    public void close() throws IOException {
        if (input.isPresent()) {
            input.get().close();
            input = Optional.empty();
        }
        file = files.size();
    }

    private Chunk read() {
        byte[] bytes = spare.isEmpty() ? new byte[chunkBytes + RecordScanner.PADDING] : spare.pop();
        int size = 0;
        try {
            TextInput in = current();
            bytes = withRoom(bytes, rest.length);
            System.arraycopy(rest, 0, bytes, 0, rest.length);
            size = rest.length;
            while (true) {
                int room = bytes.length - RecordScanner.PADDING;
                int n = in.read(bytes, size, room);
                if (n < 0) {
                    return last(in, bytes, size);
                }
                size += n;
                if (size == room) {
                    int cut = lastRecordEnd(bytes, size);
                    if (cut > 0) {
                        rest = Arrays.copyOfRange(bytes, cut, size);
                        return chunk(in, bytes, cut, "");
                    }
                    bytes = withRoom(bytes, 2 * room);
                }
            }
        } catch (IOException | UserError e) {
            return failed(bytes, size, String.valueOf(e.getMessage()));
        }
    }

    private TextInput current() throws IOException {
        if (input.isPresent()) {
            return input.get();
        }
        TableFile next = files.get(file);
        isFirst = true;
        TextInput opened = TextInput.open(next.path());
        input = Optional.of(opened);
        rest = new byte[0];
        toldDiskBytes = 0;
        checkSize(next, opened.fileSize());
        skip(opened, next);
        return opened;
    }

    private static void skip(TextInput in, TableFile file) throws IOException {
        try {
            in.skip(file.dataOffset());
        } catch (EOFException e) {
            checkSize(file, in.diskBytes());
            throw e;
        }
    }

    /** Tells a file that became another one under our hands: its last row may be torn, and what was told of it may be wrong. */
    private static void checkSize(TableFile file, long found) throws IOException {
        if (found != file.fileSize()) {
            throw new IOException(
                    "the file " + (found < file.fileSize() ? "shrank" : "grew") + " while it was read, from "
                            + file.fileSize() + " to " + found + " bytes: another program writes to it");
        }
    }

    private static byte[] withRoom(byte[] bytes, int size) throws IOException {
        if (size + RecordScanner.PADDING <= bytes.length) {
            return bytes;
        }
        if (size > MAX_RECORD_BYTES) {
            throw new IOException("a single row goes on for more than " + (MAX_RECORD_BYTES >> 20)
                    + " MiB (a quote that never closes?)");
        }
        return Arrays.copyOf(bytes, size + RecordScanner.PADDING);
    }

    /** Makes the last chunk of a file, whose last line need not end in a line feed. */
    private Chunk last(TextInput in, byte[] bytes, int size) throws IOException {
        checkSize(files.get(file), in.diskBytes());
        byte[] all = bytes;
        int end = size;
        if (size > 0 && bytes[size - 1] != '\n') {
            all = bytes.length > size + RecordScanner.PADDING
                    ? bytes
                    : Arrays.copyOf(bytes, size + 1 + RecordScanner.PADDING);
            all[end++] = '\n';
        }
        Chunk chunk = chunk(in, all, end, "");
        in.close();
        input = Optional.empty();
        file++;
        return chunk;
    }

    private Chunk chunk(TextInput in, byte[] bytes, int size, String failure) {
        long disk = in.diskBytes() - toldDiskBytes;
        toldDiskBytes += disk;
        Chunk chunk = new Chunk(file, isFirst, bytes, size, disk, failure);
        isFirst = false;
        return chunk;
    }

    /** Makes the chunk of the rows before a failure; nothing follows it. */
    private Chunk failed(byte[] bytes, int size, String failure) {
        Chunk chunk = new Chunk(file, isFirst, bytes, lastRecordEnd(bytes, size), 0, failure);
        file = files.size();
        return chunk;
    }

    /** Returns where the last record that is whole ends, or 0 if there is none. */
    private int lastRecordEnd(byte[] bytes, int size) {
        int end = size;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (!hasQuote(bytes, end)) {
            return end;
        }
        RecordScanner scanner = new RecordScanner(files.get(file).dialect(), 0);
        scanner.reset(bytes, 0, end);
        RecordScanner.Outcome outcome;
        do {
            outcome = scanner.next();
        } while (outcome == RecordScanner.Outcome.RECORD || outcome == RecordScanner.Outcome.TEXT_AFTER_QUOTE);
        return scanner.position();
    }

    /** Tells whether a quote is among the first {@code end} bytes, or within the padding behind them; 32 at a time. */
    private static boolean hasQuote(byte[] bytes, int end) {
        for (int i = 0; i < end; i += 32) {
            long found = quotes(bytes, i) | quotes(bytes, i + 8) | quotes(bytes, i + 16) | quotes(bytes, i + 24);
            if ((found & (ONES << 7)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns a word that has the top bit of some byte set if, and only if, one of eight bytes is a quote. */
    private static long quotes(byte[] bytes, int at) {
        long word = (long) LONG.get(bytes, at) ^ (ONES * '"');
        return (word - ONES) & ~word;
    }
}

package hep.winnow.text;

import hep.winnow.api.diagnostic.UserError;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a file, plain or gzipped, without their ends: LF or CRLF. A line is UTF-8, or else Latin-1. */
public final class Lines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 26;
    private static final String MARK = "\uFEFF";

    private final Path file;
    private final Counting disk;
    private final InputStream in;
    private final long size;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long line;
    private long told;

    private Lines(Path file, long size, Counting disk, InputStream in) {
        this.file = file;
        this.size = size;
        this.disk = disk;
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @throws UserError if it cannot be read
     */
    public static Lines open(Path file) {
        return open(file, 0);
    }

    /**
     * Opens a file that was looked at before: it is an error, told at its end, if it has become shorter.
     *
     * @param size bytes that the file had
     * @throws UserError if it cannot be read
     */
    public static Lines open(Path file, long size) {
        if (Files.isDirectory(file)) {
            throw UserError.data(file + " is a folder, expected a file", "name the files in it: \"" + file + "/*\"");
        }
        try {
            Counting disk = new Counting(Files.newInputStream(file));
            try {
                BufferedInputStream buffered = new BufferedInputStream(disk, BUFFER);
                buffered.mark(2);
                boolean isGzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
                buffered.reset();
                return new Lines(file, size, disk, isGzip ? new GZIPInputStream(buffered, BUFFER) : buffered);
            } catch (IOException e) {
                disk.close();
                throw e;
            }
        } catch (IOException e) {
            throw UserError.data(file + " cannot be read: " + e.getMessage(), "check that the file is whole")
                    .because(e);
        }
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the number of the line that was read last, from 1 on. */
    public long line() {
        return line;
    }

    /**
     * Returns the next line; empty at the end.
     *
     * @throws UserError if the file is damaged, or a line is longer than 64 MB
     */
    public Optional<String> next() {
        try {
            Optional<String> next = read();
            line += next.isPresent() ? 1 : 0;
            return line == 1 && next.isPresent() && next.get().startsWith(MARK)
                    ? Optional.of(next.get().substring(MARK.length()))
                    : next;
        } catch (IOException e) {
            throw UserError.data(
                            file + " is damaged behind line " + line + ": " + e.getMessage(),
                            "check that the file is whole")
                    .because(e);
        }
    }

    private Optional<String> read() throws IOException {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream(0);
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer, 0, BUFFER));
                if (end == 0) {
                    checkSize();
                    return pieces.size() == 0 ? Optional.empty() : Optional.of(text(pieces.toByteArray()));
                }
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            pieces.write(buffer, at, stop - at);
            boolean isWhole = stop < end;
            at = isWhole ? stop + 1 : stop;
            if (isWhole) {
                return Optional.of(text(pieces.toByteArray()));
            }
            if (pieces.size() > LONGEST) {
                throw new IOException("line " + (line + 1) + " is longer than " + LONGEST + " bytes");
            }
        }
    }

    private void checkSize() throws IOException {
        long now = size == 0 ? 0 : Files.size(file);
        if (now < size) {
            throw new IOException("it had " + size + " bytes when it was opened, and has " + now);
        }
    }

    private static String text(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** Returns how many bytes of the file on disk were read since the last call. */
    public long newDiskBytes() {
        long fresh = disk.count - told;
        told = disk.count;
        return fresh;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            int n = super.read(out, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}

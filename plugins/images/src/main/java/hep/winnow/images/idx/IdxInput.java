package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, inflated if they are gzip. What is missing or damaged is told with the place in the inflated bytes. */
final class IdxInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Counting disk;
    private final InputStream in;
    private final boolean isGzip;
    private long position;
    private long told;

    private IdxInput(Path path, Counting disk, InputStream in, boolean isGzip) {
        this.path = path;
        this.disk = disk;
        this.in = in;
        this.isGzip = isGzip;
    }

    static IdxInput open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw UserError.data(
                    path + " is a folder, expected an IDX file", "name the files in it: \"" + path + "/*\"");
        }
        Counting disk = new Counting(Files.newInputStream(path));
        try {
            BufferedInputStream buffered = new BufferedInputStream(disk, BUFFER);
            buffered.mark(2);
            boolean isGzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return new IdxInput(path, disk, isGzip ? new GZIPInputStream(buffered, BUFFER) : buffered, isGzip);
        } catch (IOException e) {
            disk.close();
            throw UserError.data(path + " cannot be read: " + e.getMessage(), "")
                    .because(e);
        }
    }

    Path path() {
        return path;
    }

    boolean isGzip() {
        return isGzip;
    }

    /** Returns the next {@code n} bytes, which are part of {@code what}. */
    byte[] read(int n, String what) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(n);
        } catch (IOException e) {
            throw UserError.data(
                            path + " is damaged behind byte " + position + ", in " + what + ": " + e.getMessage(),
                            "check that the file is whole")
                    .because(e);
        }
        if (bytes.length < n) {
            throw UserError.data(
                    path + " ends at byte " + (position + bytes.length) + ", in " + what + ": " + (n - bytes.length)
                            + " bytes or more are missing",
                    "check that the file is whole");
        }
        position += n;
        return bytes;
    }

    /** Checks that there are no more bytes. */
    void end() {
        try {
            if (in.read() < 0) {
                return;
            }
        } catch (IOException e) {
            throw UserError.data(path + " is damaged at its end: " + e.getMessage(), "check that the file is whole")
                    .because(e);
        }
        throw UserError.data(
                path + " goes on behind byte " + position + ", where it ends by its header",
                "check that the file is whole");
    }

    /** Returns how many bytes of the file on disk were read since the last call. */
    long newDiskBytes() {
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

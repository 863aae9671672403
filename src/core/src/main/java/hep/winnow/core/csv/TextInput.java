package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a text file from its beginning: inflated if they are gzip, whatever the file's name. */
final class TextInput implements Closeable {
    private static final int HEAD = 8;

    private final CountingInput disk;
    private final InputStream text;
    private final boolean isGzip;
    private final long fileSize;

    private TextInput(CountingInput disk, InputStream text, boolean isGzip, long fileSize) {
        this.disk = disk;
        this.text = text;
        this.isGzip = isGzip;
        this.fileSize = fileSize;
    }

    static TextInput open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw UserError.data(
                    file + " is a folder, expected a file", "name the files in it: \"" + file + "/*.csv\"");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.data(
                    file + " is a pipe or a device, expected a file: events may be read more than once",
                    "write what comes out of it to a file first");
        }
        CountingInput disk;
        long fileSize;
        try {
            fileSize = Files.size(file);
            disk = new CountingInput(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw UserError.data("there is no file " + file, "").because(e);
        }
        try {
            byte[] head = disk.readNBytes(HEAD);
            InputStream whole = new SequenceInputStream(new java.io.ByteArrayInputStream(head), disk);
            boolean isGzip = GzipInput.isGzip(head, head.length);
            return new TextInput(disk, isGzip ? new GzipInput(whole) : whole, isGzip, fileSize);
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    boolean isGzip() {
        return isGzip;
    }

    /** Returns how many bytes the file had when it was opened. */
    long fileSize() {
        return fileSize;
    }

    /** Returns how many bytes of the file on disk were read so far. */
    long diskBytes() {
        return disk.count;
    }

    /** Reads at least one byte into {@code out}, up to {@code to}; returns how many, or -1 at the end of the text. */
    int read(byte[] out, int from, int to) throws IOException {
        return text.read(out, from, to - from);
    }

    /** Passes over {@code n} bytes of text. */
    void skip(long n) throws IOException {
        text.skipNBytes(n);
    }

    @Override
    public void close() throws IOException {
        text.close();
        disk.close();
    }

    private static final class CountingInput extends FilterInputStream {
        private long count;

        CountingInput(InputStream in) {
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

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            count += skipped;
            return skipped;
        }
    }
}

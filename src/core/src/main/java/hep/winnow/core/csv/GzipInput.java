package hep.winnow.core.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip (RFC 1952), all members of it one after the other. Other than the JDK's stream it takes nothing torn or foreign for the
 * end: a member that is cut short, a wrong checksum and bytes behind the last member (zeros apart) are told by an {@link IOException}.
 */
final class GzipInput extends InputStream {
    private static final int CRC_FLAG = 2;
    private static final int EXTRA_FLAG = 4;
    private static final int NAME_FLAG = 8;
    private static final int COMMENT_FLAG = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private boolean isInMember;
    private boolean isAtEnd;

    GzipInput(InputStream in) {
        this.in = in;
    }

    /** Tells whether data that begins so is gzip. */
    static boolean isGzip(byte[] head, int size) {
        return size >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!isAtEnd) {
            if (!isInMember) {
                startMember();
                continue;
            }
            int n = inflate(out, offset, length);
            if (n > 0) {
                crc.update(out, offset, n);
                return n;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] out, int offset, int length) throws IOException {
        try {
            int n = inflater.inflate(out, offset, length);
            if (n == 0 && inflater.finished()) {
                endMember();
            } else if (n == 0 && inflater.needsInput()) {
                if (!fill()) {
                    throw new EOFException("the gzip data ends early");
                }
                inflater.setInput(buffer, 0, filled);
            } else if (n == 0) {
                throw new ZipException("the gzip data asks for a dictionary");
            }
            return n;
        } catch (DataFormatException e) {
            throw new ZipException("the gzip data is damaged (" + e.getMessage() + ")");
        }
    }

    private void startMember() throws IOException {
        if (position == filled && !fill()) {
            isAtEnd = true;
            return;
        }
        if (buffer[position] == 0) {
            skipZeros();
            return;
        }
        if (next() != 0x1f || next() != 0x8b) {
            throw new ZipException("something that is no gzip follows the gzip data");
        }
        if (next() != 8) {
            throw new ZipException("the gzip data is of an unknown method");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA_FLAG) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME_FLAG) != 0) {
            skipText();
        }
        if ((flags & COMMENT_FLAG) != 0) {
            skipText();
        }
        if ((flags & CRC_FLAG) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, filled - position);
        crc.reset();
        isInMember = true;
    }

    private void endMember() throws IOException {
        position = filled - inflater.getRemaining();
        long expected = nextWord();
        long size = nextWord();
        if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the gzip data is damaged (its checksum differs)");
        }
        isInMember = false;
    }

    private void skipZeros() throws IOException {
        do {
            while (position < filled) {
                if (buffer[position++] != 0) {
                    throw new ZipException("something that is no gzip follows the gzip data");
                }
            }
        } while (fill());
        isAtEnd = true;
    }

    private void skipText() throws IOException {
        int c;
        do {
            c = next();
        } while (c != 0);
    }

    private void skip(int n) throws IOException {
        for (int i = 0; i < n; i++) {
            next();
        }
    }

    private long nextWord() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (position == filled && !fill()) {
            throw new EOFException("the gzip data ends early");
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}

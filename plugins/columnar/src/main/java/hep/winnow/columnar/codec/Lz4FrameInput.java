package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.io.InputStream;

/**
 * A frame of LZ4: blocks, which may copy from the 64 kB before them. Checksums are passed over.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md">LZ4 frame format</a>
 */
final class Lz4FrameInput extends InputStream {
    private static final int MAGIC = 0x184D2204;
    private static final int HISTORY = 1 << 16;

    private final InputStream in;
    private byte[] out = new byte[0];
    private int blockSize;
    private boolean hasBlockChecksums;
    private boolean isBegun;
    private boolean isOver;
    private int at;
    private int end;

    Lz4FrameInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (at == end && !isOver) {
            block();
        }
        if (at == end) {
            return length == 0 ? 0 : -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(out, at, to, from, n);
        at += n;
        return n;
    }

    private void begin() throws IOException {
        isBegun = true;
        if (number(4) != MAGIC) {
            throw new Damage.Found("it is no frame of LZ4");
        }
        int flags = (int) number(1);
        int sizes = (int) number(1);
        int largest = sizes >> 4 & 7;
        boolean hasDictionary = (flags & 1) != 0;
        if (flags >> 6 != 1 || largest < 4 || hasDictionary) {
            throw new Damage.Found("it is a frame of LZ4 of a kind that is not read");
        }
        hasBlockChecksums = (flags & 0x10) != 0;
        boolean hasSize = (flags & 0x08) != 0;
        in.skipNBytes((hasSize ? 8 : 0) + 1);
        blockSize = 1 << 8 + 2 * largest;
    }

    private void block() throws IOException {
        if (!isBegun) {
            begin();
        }
        long head = number(4);
        if (head == 0) {
            isOver = true;
            return;
        }
        int length = (int) (head & 0x7fffffff);
        if (length > blockSize) {
            throw new Damage.Found("a block of LZ4 has " + length + " bytes");
        }
        byte[] packed = in.readNBytes(length);
        if (packed.length < length) {
            throw new Damage.Found("it ends too early");
        }
        boolean isPlain = (head & 0x80000000L) != 0;
        long needed = Math.min(blockSize, isPlain ? length : Unpacking.most(length, false));
        int history = makeRoom((int) needed);
        if (isPlain) {
            System.arraycopy(packed, 0, out, history, length);
            end = history + length;
        } else {
            end = Lz4.unpack(packed, out, history, history + (int) needed);
        }
        at = history;
        in.skipNBytes(hasBlockChecksums ? 4 : 0);
    }

    /** Moves what later blocks may copy to the front, and returns how much that is. */
    private int makeRoom(int needed) {
        int history = Math.min(end, HISTORY);
        byte[] next = out.length >= history + needed ? out : new byte[history + needed];
        System.arraycopy(out, end - history, next, 0, history);
        out = next;
        return history;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int b = in.read();
            if (b < 0) {
                throw new Damage.Found("it ends too early");
            }
            value |= (long) b << 8 * i;
        }
        return value;
    }
}

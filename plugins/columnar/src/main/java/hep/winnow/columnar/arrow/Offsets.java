package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where lists or texts end: numbers that never fall. */
final class Offsets {
    /** Greatest number of values, or of bytes of texts, of one block. */
    private static final int MOST = 1 << 28;

    private final BufferInput in;
    private final int bytes;
    private boolean isBegun;
    private long last;

    /** Makes some of {@code bytes} bytes each, 4 or 8. */
    Offsets(BufferInput in, int bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    private static long at(ByteBuffer from, int i, int bytes) {
        return bytes == 4 ? from.getInt(4 * i) : from.getLong(8 * i);
    }

    /** Returns how many values stand before the first list, once; then 0. */
    long ahead() throws IOException {
        if (isBegun) {
            return 0;
        }
        isBegun = true;
        last = at(in.take(bytes), 0, bytes);
        if (last < 0) {
            throw new Damage.Found("its first list begins at " + last);
        }
        return last;
    }

    /** Returns where the next {@code n} lists end, counted from the first one's begin, behind a 0. */
    int[] next(int n) throws IOException {
        ByteBuffer read = in.take((long) n * bytes);
        int[] ends = new int[n + 1];
        long begin = last;
        for (int i = 0; i < n; i++) {
            long end = at(read, i, bytes);
            if (end < last || end - begin > MOST) {
                throw new Damage.Found("a list ends at " + end + ", but the one before at " + last);
            }
            ends[i + 1] = (int) (end - begin);
            last = end;
        }
        return ends;
    }

    /** Leaves {@code n} lists out, and returns how many values they have. */
    long skip(long n) throws IOException {
        in.skip(Math.multiplyExact(n - 1, bytes));
        long end = at(in.take(bytes), 0, bytes);
        long values = end - last;
        if (values < 0) {
            throw new Damage.Found("a list ends at " + end + ", but one before at " + last);
        }
        last = end;
        return values;
    }
}

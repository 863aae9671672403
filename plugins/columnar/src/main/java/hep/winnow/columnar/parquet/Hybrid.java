package hep.winnow.columnar.parquet;

import hep.winnow.columnar.codec.Varint;
import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;

/** Small whole numbers in runs: one value that comes again and again, or groups of eight packed bit by bit. */
final class Hybrid {
    private final ByteBuffer in;
    private final int width;
    private long left;
    private boolean isPacked;
    private int repeated;
    private long bits;
    private int bitCount;

    /** Makes a stream of values of {@code width} bits, 0 to 32. */
    Hybrid(ByteBuffer in, int width) {
        if (width < 0 || width > 32) {
            throw new Damage.Found("a column has values of " + width + " bits");
        }
        this.in = in;
        this.width = width;
    }

    /** Returns the next value. */
    int next() {
        if (left == 0) {
            begin();
        }
        left--;
        return isPacked ? unpacked() : repeated;
    }

    private void begin() {
        long head = Varint.read(in);
        isPacked = (head & 1) == 1;
        left = isPacked ? (head >>> 1) * 8 : head >>> 1;
        if (left <= 0) {
            throw new Damage.Found("a run has no values");
        }
        bits = 0;
        bitCount = 0;
        if (!isPacked) {
            repeated = 0;
            for (int i = 0; i < (width + 7) / 8; i++) {
                repeated |= (in.get() & 0xff) << 8 * i;
            }
        }
    }

    private int unpacked() {
        while (bitCount < width) {
            bits |= (in.get() & 0xffL) << bitCount;
            bitCount += 8;
        }
        int value = (int) (bits & (1L << width) - 1);
        bits >>>= width;
        bitCount -= width;
        return value;
    }
}

package hep.winnow.columnar.arrow;

import java.io.IOException;
import java.util.BitSet;

/** Bits of a buffer, the lowest of a byte first. */
final class Bits {
    private final BufferInput in;
    private byte last;
    private int leftOfLast;

    Bits(BufferInput in) {
        this.in = in;
    }

    /** Returns the next {@code n} bits. */
    BitSet next(int n) throws IOException {
        BitSet bits = new BitSet(n);
        int at = 0;
        for (; at < n && leftOfLast > 0; at++) {
            bits.set(at, (last >> (8 - leftOfLast--) & 1) == 1);
        }
        byte[] bytes = in.bytes((n - at + 7) / 8);
        for (int k = 0; at < n; k++) {
            last = bytes[k];
            leftOfLast = 8;
            for (; at < n && leftOfLast > 0; at++) {
                bits.set(at, (last >> (8 - leftOfLast--) & 1) == 1);
            }
        }
        return bits;
    }

    /** Adds those of the next {@code n} bits that are 0 to {@code missing}. */
    void addMissing(int n, BitSet missing) throws IOException {
        BitSet there = next(n);
        there.flip(0, n);
        missing.or(there);
    }

    /** Leaves {@code n} bits out. */
    void skip(long n) throws IOException {
        long left = n;
        int first = (int) Math.min(left, leftOfLast);
        leftOfLast -= first;
        left -= first;
        in.skip(left / 8);
        if (left % 8 > 0) {
            next((int) (left % 8));
        }
    }
}

package hep.winnow.core.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes by eights: the first byte is the lowest of a word. Hot. */
final class Digits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Digits() {}

    /** Returns 10^{@code n}, 0 to 8. */
    static long power(int n) {
        return POWERS[n];
    }

    /** Returns eight bytes, less the character zero: what was a digit is its value then. */
    static long word(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at) ^ ZEROS;
    }

    /** Returns 0 if all bytes of a {@link #word} are digits, else a word whose lowest bit set is the top one of the first byte that is none. */
    static long others(long word) {
        // Sums that flow over spoil only bytes behind the first that is no digit.
        return ((word + 0x7676767676767676L) | word) & HIGH_BITS;
    }

    /** Returns how many of the first bytes of a {@link #word} are digits, 0 to 8. */
    static int leading(long word) {
        return Long.numberOfTrailingZeros(others(word)) >>> 3;
    }

    /** Returns the number that the first {@code n} bytes of a {@link #word} stand for, digits all of them; {@code n} is 0 to 8. */
    static long value(long word, int n) {
        return value(word << (32 - 4 * n) << (32 - 4 * n));
    }

    /** Returns the number that the eight digits of a {@link #word} stand for. */
    static long value(long word) {
        long pairs = word * 10 + (word >>> 8);
        return (((pairs & 0x000000ff000000ffL) * 0x000f424000000064L)
                        + (((pairs >>> 16) & 0x000000ff000000ffL) * 0x0000271000000001L))
                >>> 32;
    }
}

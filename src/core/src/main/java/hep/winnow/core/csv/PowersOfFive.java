package hep.winnow.core.csv;

import java.math.BigInteger;

/**
 * The powers of five that {@link Decimals} multiplies by, as Lemire has them (Number Parsing at a Gigabyte per Second, Software: Practice and
 * Experience 51, 2021): the leading 128 bits of 5^q, cut off for q of 0 and more, rounded up for negative q.
 */
final class PowersOfFive {
    /** Smallest exponent of the table. */
    static final int MIN = -300;

    /** Largest exponent of the table. */
    static final int MAX = 300;

    private static final long[] HIGH = new long[MAX - MIN + 1];
    private static final long[] LOW = new long[MAX - MIN + 1];

    static {
        BigInteger five = BigInteger.valueOf(5);
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= Math.max(MAX, -MIN); q++) {
            if (q <= MAX) {
                store(q, leadingBits(power));
            }
            if (q > 0 && -q >= MIN) {
                store(-q, leadingBitsOfInverse(power, q));
            }
            power = power.multiply(five);
        }
    }

    private PowersOfFive() {}

    /** Returns bits 64 to 127 of 5^q; the top one is set. */
    static long high(int q) {
        return HIGH[q - MIN];
    }

    /** Returns bits 0 to 63 of 5^q. */
    static long low(int q) {
        return LOW[q - MIN];
    }

    private static void store(int q, BigInteger bits) {
        HIGH[q - MIN] = bits.shiftRight(64).longValue();
        LOW[q - MIN] = bits.longValue();
    }

    private static BigInteger leadingBits(BigInteger power) {
        return power.shiftLeft(128).shiftRight(power.bitLength());
    }

    private static BigInteger leadingBitsOfInverse(BigInteger power, int q) {
        int z = power.bitLength();
        int b = q <= 27 ? z + 127 : 2 * z + 128;
        BigInteger c = BigInteger.ONE.shiftLeft(b).divide(power).add(BigInteger.ONE);
        return c.shiftRight(Math.max(0, c.bitLength() - 128));
    }
}

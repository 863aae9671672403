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

    /** Most tables get by with exponents from -NEAR to NEAR; the others cost ten times as much time to be made, and are when the first of them is asked for. */
    private static final int NEAR = 40;

    private static final PowersOfFive USUAL = new PowersOfFive(-NEAR, NEAR);

    private final int min;
    private final long[] high;
    private final long[] low;

    private PowersOfFive(int min, int max) {
        this.min = min;
        this.high = new long[max - min + 1];
        this.low = new long[max - min + 1];
        BigInteger five = BigInteger.valueOf(5);
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= Math.max(max, -min); q++) {
            if (q <= max) {
                store(q, leadingBits(power));
            }
            if (q > 0 && -q >= min) {
                store(-q, leadingBitsOfInverse(power, q));
            }
            power = power.multiply(five);
        }
    }

    /** Returns bits 64 to 127 of 5^q; the top one is set. */
    static long high(int q) {
        PowersOfFive powers = with(q);
        return powers.high[q - powers.min];
    }

    /** Returns bits 0 to 63 of 5^q. */
    static long low(int q) {
        PowersOfFive powers = with(q);
        return powers.low[q - powers.min];
    }

    private static PowersOfFive with(int q) {
        return -NEAR <= q && q <= NEAR ? USUAL : All.POWERS;
    }

    private void store(int q, BigInteger bits) {
        high[q - min] = bits.shiftRight(64).longValue();
        low[q - min] = bits.longValue();
    }

    private static final class All {
        static final PowersOfFive POWERS = new PowersOfFive(MIN, MAX);
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

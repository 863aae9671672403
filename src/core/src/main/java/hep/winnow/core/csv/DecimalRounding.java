package hep.winnow.core.csv;

import java.util.stream.IntStream;

/**
 * Rounds decimal numbers to the nearest double, ties to even: Clinger's fast path (one exact division or product), else Eisel and Lemire's product
 * of 128 bits (Lemire, Number Parsing at a Gigabyte per Second, Software: Practice and Experience 51, 2021). Hot.
 */
final class DecimalRounding {
    /** What {@link #bits} returns where it cannot tell. */
    static final long UNSETTLED = 0x7ff0_0000_0000_0001L;

    private static final long EXPONENT = 0x7ff0_0000_0000_0000L;

    private static final int MAX_EXACT_POWER = 22;
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int BIAS = 1023;

    /** By how many units of the last place {@link #nearly} may be off, with room to spare. */
    static final int NEARLY = 4;

    private static final int LEAST_POWER = -120;
    private static final double[] POWERS = IntStream.rangeClosed(LEAST_POWER, 100)
            .mapToDouble(e -> Double.parseDouble("1e" + e))
            .toArray();

    private DecimalRounding() {}

    /** Tells whether bits are those of a number, and not {@link #UNSETTLED}, with or without a sign. */
    static boolean isSettled(long bits) {
        return (bits & EXPONENT) != EXPONENT;
    }

    /**
     * Returns the bits of {@code digits * 10^exponent}, rounded to nearest even, or {@link #UNSETTLED} if that takes more care.
     *
     * @param digits unsigned
     */
    static long bits(long digits, int exponent) {
        if (digits >>> 53 == 0 && exponent >= -MAX_EXACT_POWER && exponent <= MAX_EXACT_POWER) {
            return Double.doubleToRawLongBits(
                    exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent]);
        }
        if (digits == 0) {
            return 0;
        }
        if (exponent < PowersOfFive.MIN || exponent > PowersOfFive.MAX) {
            return UNSETTLED;
        }
        int shift = Long.numberOfLeadingZeros(digits);
        long w = digits << shift;
        long power = PowersOfFive.high(exponent);
        long more = PowersOfFive.low(exponent);
        // The second product matters only where bits of the first are all set. Numbers that were floats once do that
        // half of the time: no branch.
        long carried = Math.multiplyHigh(w, more) + more + ((more >> 63) & w);
        long product = w * power;
        long low = product + carried;
        long carry = (product & carried | (product | carried) & ~low) >>> 63;
        long high = Math.multiplyHigh(w, power) + w + power + carry;
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        if (low == -1 && (exponent < -27 || exponent > 55)) {
            return UNSETTLED;
        }
        if ((low >>> 1 | ((mantissa & 3) ^ 1) | (mantissa << (upper + 9) ^ high)) == 0
                && exponent >= -4
                && exponent <= 23) {
            // Half way between two doubles: the product is exact here, and the tie goes to the even one.
            mantissa &= ~1L;
        }
        return rounded(mantissa, binary(exponent, upper, shift));
    }

    /** Returns the biased exponent, for 217706 / 2^16 is the logarithm of ten to base two. */
    private static int binary(int exponent, int upper, int shift) {
        return ((217706 * exponent) >> 16) + 63 + upper - shift + BIAS;
    }

    /**
     * Returns {@code digits * 10^exponent} within {@link #NEARLY} units of the last place: half a unit for each power and product, and one for {@code digits}.
     *
     * @param digits right to one unit of its last place
     * @param exponent from {@value #LEAST_POWER} to 100
     */
    static double nearly(double digits, int exponent) {
        return digits * POWERS[exponent - LEAST_POWER];
    }

    /**
     * Rounds to bits of a double.
     *
     * @param mantissa 54 bits, the top one set: one more than a double has
     */
    private static long rounded(long mantissa, int binary) {
        if (binary <= 0 || binary >= 2 * BIAS) {
            return UNSETTLED;
        }
        // The top bit, and what rounding may carry beyond it, add to the exponent.
        return ((long) (binary - 1) << 52) + ((mantissa + (mantissa & 1)) >>> 1);
    }
}

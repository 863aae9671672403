package hep.winnow.core.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from ASCII bytes; the result has the bits of {@link Double#parseDouble}. Understood are decimal numbers with a point, an exponent,
 * or both ({@code 1}, {@code -.5}, {@code 2.}, {@code 1e-3}), and, in any case, {@code nan}, {@code inf} and {@code infinity} with or without a sign.
 *
 * <p>Hot. Up to 19 digits are exact in 64 bits; then Clinger's fast path (one exact division or product), else Eisel and Lemire's product of 128 bits
 * (Lemire, Software: Practice and Experience 51, 2021). What neither can settle goes to {@link Double#parseDouble}.
 */
final class Decimals {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long INVALID_BITS = 0x7ff8_0bad_0bad_0badL;
    private static final double INVALID = Double.longBitsToDouble(INVALID_BITS);
    private static final int MAX_DIGITS = 19;
    private static final int MAX_EXACT_POWER = 22;
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /** Tells whether {@link #parse} found no number; every other NaN is a number that is missing. */
    static boolean isInvalid(double value) {
        return Double.isNaN(value) && Double.doubleToRawLongBits(value) == INVALID_BITS;
    }

    /**
     * Reads the number that bytes {@code from} to {@code to} (exclusive, at least one) hold from end to end.
     *
     * @return the number, or a value that {@link #isInvalid}
     */
    static double parse(byte[] bytes, int from, int to) {
        int p = from;
        byte sign = bytes[p];
        if (sign == '-' || sign == '+') {
            p++;
        }
        long digits = 0;
        int first = p;
        int d;
        while (p < to && (d = bytes[p] - '0') >= 0 && d <= 9) {
            digits = 10 * digits + d;
            p++;
        }
        int count = p - first;
        int fraction = 0;
        if (p < to && bytes[p] == '.') {
            int point = p++;
            while (to - p >= 8) {
                long word = (long) LONG.get(bytes, p);
                if (!isEightDigits(word)) {
                    break;
                }
                digits = 100_000_000 * digits + eightDigits(word);
                p += 8;
            }
            while (p < to && (d = bytes[p] - '0') >= 0 && d <= 9) {
                digits = 10 * digits + d;
                p++;
            }
            fraction = p - point - 1;
            count += fraction;
        }
        if (count == 0) {
            return special(bytes, from, to);
        }
        int exponent = -fraction;
        if (p < to) {
            int given = exponent(bytes, p, to);
            if (given == Integer.MIN_VALUE) {
                return INVALID;
            }
            exponent += given;
        }
        if (count > MAX_DIGITS) {
            return slow(bytes, from, to);
        }
        double value = scale(digits, exponent);
        if (Double.isNaN(value)) {
            return slow(bytes, from, to);
        }
        return sign == '-' ? -value : value;
    }

    private static boolean isEightDigits(long word) {
        return ((word & 0xf0f0f0f0f0f0f0f0L) | (((word + 0x0606060606060606L) & 0xf0f0f0f0f0f0f0f0L) >>> 4))
                == 0x3333333333333333L;
    }

    /** Returns the number that eight digits stand for, the first in the lowest byte. */
    private static long eightDigits(long word) {
        long pairs = word - 0x3030303030303030L;
        pairs = pairs * 10 + (pairs >>> 8);
        return (((pairs & 0x000000ff000000ffL) * 0x000f424000000064L)
                        + (((pairs >>> 16) & 0x000000ff000000ffL) * 0x0000271000000001L))
                >>> 32;
    }

    /** Returns the exponent that bytes {@code from} to {@code to} hold, held to a million, or {@code Integer.MIN_VALUE} if they hold none. */
    private static int exponent(byte[] bytes, int from, int to) {
        if ((bytes[from] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        int p = from + 1;
        boolean isNegative = p < to && bytes[p] == '-';
        if (isNegative || (p < to && bytes[p] == '+')) {
            p++;
        }
        if (p == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; p < to; p++) {
            int d = bytes[p] - '0';
            if (d < 0 || d > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(10 * value + d, 1_000_000);
        }
        return isNegative ? -value : value;
    }

    /**
     * Returns {@code digits * 10^exponent}, rounded to nearest even, or NaN if that takes more care.
     *
     * @param digits unsigned
     */
    static double scale(long digits, int exponent) {
        if (digits >= 0 && digits <= 1L << 53 && exponent >= -MAX_EXACT_POWER && exponent <= MAX_EXACT_POWER) {
            return exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent];
        }
        if (digits == 0) {
            return 0;
        }
        if (exponent < PowersOfFive.MIN || exponent > PowersOfFive.MAX) {
            return Double.NaN;
        }
        return eiselLemire(digits, exponent);
    }

    private static double eiselLemire(long digits, int exponent) {
        int shift = Long.numberOfLeadingZeros(digits);
        long w = digits << shift;
        long power = PowersOfFive.high(exponent);
        long high = unsignedMultiplyHigh(w, power);
        long low = w * power;
        if ((high & 0x1ff) == 0x1ff) {
            long more = unsignedMultiplyHigh(w, PowersOfFive.low(exponent));
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        if (low == -1 && (exponent < -27 || exponent > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        int binary = ((217706 * exponent) >> 16) + 63 + upper - shift + 1023;
        if (binary <= 0) {
            return Double.NaN;
        }
        // Half way between two doubles: the product is exact here, and the tie goes to the even one.
        if (Long.compareUnsigned(low, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (mantissa & 3) == 1
                && mantissa << (upper + 9) == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 1L << 53) {
            mantissa = 1L << 52;
            binary++;
        }
        if (binary >= 0x7ff) {
            return Double.NaN;
        }
        return Double.longBitsToDouble((long) binary << 52 | (mantissa & ((1L << 52) - 1)));
    }

    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /** Reads what is known to be a number. */
    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static double special(byte[] bytes, int from, int to) {
        boolean isNegative = bytes[from] == '-';
        int p = isNegative || bytes[from] == '+' ? from + 1 : from;
        if (isWord(bytes, p, to, "nan")) {
            return Double.NaN;
        }
        if (isWord(bytes, p, to, "inf") || isWord(bytes, p, to, "infinity")) {
            return isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return INVALID;
    }

    /** Tells whether bytes {@code from} to {@code to} spell {@code word}, which is in lower case, in any case. */
    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

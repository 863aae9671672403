package hep.winnow.core.csv;

/**
 * Reads numbers one after the other where they stand, without being told where they end: the fast twin of {@link Decimals}, with the same bits. What
 * is not in the usual form is left to that one. Not for use by several threads. Hot.
 */
final class DecimalScanner {
    private static final int MAX_DIGITS = 19;
    private static final long POINT = '.' ^ '0';
    private static final int E = 'e' ^ '0';
    private static final int PLUS = '+' ^ '0';
    private static final int MINUS = '-' ^ '0';

    private int end;

    /** Returns where the number that was looked at last ends. */
    int end() {
        return end;
    }

    /**
     * Reads the longest number that begins at {@code from}: digits, at most 19 of them, with or without sign, point and exponent of one to three digits.
     *
     * @param bytes at least {@link RecordScanner#PADDING} more than the text, which ends in a line feed
     * @return the bits of the number as a double; not {@link DecimalRounding#isSettled} if there is none of this form or if it takes more care
     */
    long next(byte[] bytes, int from) {
        return next(bytes, from, false);
    }

    /**
     * Reads a number as {@link #next} does, for a float: its bits may be off by {@link DecimalRounding#NEARLY}, which is little beside half of a float's last place.
     * Not settled too where that might matter: {@link CellReader#isDoubtfulAsFloat}.
     */
    long nextNearly(byte[] bytes, int from) {
        return next(bytes, from, true);
    }

    private long next(byte[] bytes, int from, boolean isNearEnough) {
        int minus = bytes[from] == '-' ? 1 : 0;
        int p = from + minus;
        long word = Digits.word(bytes, p);
        long last = Digits.word(bytes, p + 16);
        if ((word & 0xff00) == POINT << 8 && ((last >>> 32) & 0xdf) == E) {
            long bits = scientific(word, Digits.word(bytes, p + 8), last, isNearEnough);
            if (DecimalRounding.isSettled(bits) && !isDigit(bytes[p + 24])) {
                end = p + 24;
                return bits | (long) minus << 63;
            }
        }
        return any(bytes, bytes[from] == '+' ? from + 1 : p) | (long) minus << 63;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /**
     * Reads the 24 bytes of numbers as {@code %.18e} makes them, such as {@code 1.727920913696289062e+01}, by three words. This is how tables of
     * doubles are often saved, and they are large.
     */
    private static long scientific(long first, long middle, long last, boolean isNearEnough) {
        // 1 for a minus, -1 for a plus, with one between them.
        int sign = (byte) (last >>> 40) - (PLUS + MINUS) / 2;
        long others =
                Digits.others(first & ~0xff00L) | Digits.others(middle) | Digits.others(last & ~0xffff_0000_0000L);
        if ((others | (sign * sign ^ 1)) != 0) {
            return DecimalRounding.UNSETTLED;
        }
        long upper = Digits.value((first & 0xff) << 8 | (first & ~0xffffL)) * 100_000_000 + Digits.value(middle);
        long lower = Digits.value(last << 32);
        int absolute = 10 * ((int) (last >>> 48) & 0xff) + (int) (last >>> 56);
        int isNegative = (sign + 1) >>> 1;
        int exponent = (absolute ^ -isNegative) + isNegative - 18;
        return isNearEnough
                ? Double.doubleToRawLongBits(DecimalRounding.nearly(upper * 1e4 + lower, exponent))
                : DecimalRounding.bits(upper * 10_000 + lower, exponent);
    }

    /** Reads a number without its sign. */
    private long any(byte[] bytes, int from) {
        int p = from;
        long word = Digits.word(bytes, p);
        int n = Digits.leading(word);
        long digits = Digits.value(word, n);
        p += n;
        while (n == 8) {
            word = Digits.word(bytes, p);
            n = Digits.leading(word);
            digits = digits * Digits.power(n) + Digits.value(word, n);
            p += n;
        }
        int count = p - from;
        int exponent = 0;
        if (bytes[p] == '.') {
            int point = ++p;
            word = Digits.word(bytes, p);
            while (Digits.others(word) == 0) {
                digits = digits * 100_000_000 + Digits.value(word);
                p += 8;
                word = Digits.word(bytes, p);
            }
            n = Digits.leading(word);
            digits = digits * Digits.power(n) + Digits.value(word, n);
            p += n;
            exponent = point - p;
            count -= exponent;
        }
        end = p;
        if (count == 0 || count > MAX_DIGITS) {
            return DecimalRounding.UNSETTLED;
        }
        return (bytes[p] | 0x20) == 'e'
                ? withExponent(bytes, p, digits, exponent)
                : DecimalRounding.bits(digits, exponent);
    }

    /** Reads the exponent whose letter stands at {@code at}. */
    private long withExponent(byte[] bytes, int at, long digits, int exponent) {
        int sign = bytes[at + 1];
        int isNegative = sign == '-' ? 1 : 0;
        int p = at + 1 + (sign == '+' ? 1 : isNegative);
        long word = Digits.word(bytes, p);
        int n = Digits.leading(word);
        end = p + n;
        if (n == 0 || n > 3) {
            return DecimalRounding.UNSETTLED;
        }
        int given = (int) Digits.value(word, n);
        return DecimalRounding.bits(digits, exponent + (given ^ -isNegative) + isNegative);
    }
}

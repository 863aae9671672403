package hep.winnow.kernels.stat;

/** Sorts events by score: a radix sort of indices, stable, in O(n) for any distribution. */
public final class ScoreOrder {
    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = Long.SIZE / DIGIT_BITS;

    private static final int FLOAT_DIGIT_BITS = 11;
    private static final int FLOAT_DIGITS = 1 << FLOAT_DIGIT_BITS;
    private static final int FLOAT_PASSES = 3;

    private ScoreOrder() {}

    /**
     * Returns the indices of {@code score} in the order of rising scores; equal ones (-0 and 0 too) keep their order. NaN comes last.
     *
     * @param score any numbers; not modified
     */
    public static int[] rising(double[] score) {
        int n = score.length;
        long[] key = new long[n];
        int[][] count = new int[PASSES][DIGITS];
        for (int i = 0; i < n; i++) {
            key[i] = risingBits(score[i]);
            for (int pass = 0; pass < PASSES; pass++) {
                count[pass][digit(key[i], pass)]++;
            }
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        long[] otherKey = new long[n];
        int[] otherOrder = new int[n];
        for (int pass = 0; pass < PASSES; pass++) {
            if (n == 0 || count[pass][digit(key[0], pass)] == n) {
                continue;
            }
            scatter(key, order, otherKey, otherOrder, count[pass], pass);
            long[] swapKey = key;
            key = otherKey;
            otherKey = swapKey;
            int[] swapOrder = order;
            order = otherOrder;
            otherOrder = swapOrder;
        }
        return order;
    }

    /**
     * Returns the same for floats, with less work.
     *
     * @param score any numbers; not modified
     */
    public static int[] rising(float[] score) {
        int n = score.length;
        long[] from = withIndices(score);
        long[] to = new long[n];
        for (int pass = 0; pass < FLOAT_PASSES; pass++) {
            scatter(from, to, pass);
            long[] swap = from;
            from = to;
            to = swap;
        }
        return indices(from);
    }

    // A loop to a method: of a method with several, HotSpot makes code anew for each that it is caught in.

    /** Returns each score's bits above its index: one array to move. */
    private static long[] withIndices(float[] score) {
        long[] elements = new long[score.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = risingBits(score[i]) << Integer.SIZE | i;
        }
        return elements;
    }

    private static void scatter(long[] from, long[] to, int pass) {
        int[] count = new int[FLOAT_DIGITS];
        count(from, pass, count);
        startOf(count);
        place(from, pass, count, to);
    }

    private static void count(long[] from, int pass, int[] count) {
        for (long element : from) {
            count[floatDigit(element, pass)]++;
        }
    }

    private static void place(long[] from, int pass, int[] start, long[] to) {
        for (long element : from) {
            to[start[floatDigit(element, pass)]++] = element;
        }
    }

    private static int[] indices(long[] elements) {
        int[] order = new int[elements.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) elements[i];
        }
        return order;
    }

    private static int floatDigit(long element, int pass) {
        return (int) (element >>> (Integer.SIZE + pass * FLOAT_DIGIT_BITS)) & (FLOAT_DIGITS - 1);
    }

    /** Makes counts the places where each digit begins. */
    private static void startOf(int[] count) {
        int start = 0;
        for (int d = 0; d < count.length; d++) {
            int c = count[d];
            count[d] = start;
            start += c;
        }
    }

    private static void scatter(long[] key, int[] order, long[] toKey, int[] toOrder, int[] count, int pass) {
        startOf(count);
        for (int i = 0; i < key.length; i++) {
            int at = count[digit(key[i], pass)]++;
            toKey[at] = key[i];
            toOrder[at] = order[i];
        }
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> (pass * DIGIT_BITS)) & (DIGITS - 1);
    }

    /** Returns the bits of a number, made to rise with it as unsigned integers do; adding 0 makes one zero of two. */
    static long risingBits(double x) {
        long bits = Double.doubleToLongBits(x + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    /** The same for a float, as the bits of an unsigned number. */
    private static long risingBits(float x) {
        int bits = Float.floatToIntBits(x + 0f);
        return Integer.toUnsignedLong(bits ^ ((bits >> 31) | Integer.MIN_VALUE));
    }
}

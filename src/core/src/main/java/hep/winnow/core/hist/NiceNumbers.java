package hep.winnow.core.hist;

/** 1, 2, 2.5 and 5 times powers of ten. */
final class NiceNumbers {
    private static final double[] DIGITS = {1, 2, 2.5, 5, 10};

    private NiceNumbers() {}

    /** Returns the least of them that is not below {@code x}, which is above 0. */
    static double atLeast(double x) {
        double scale = scale(x);
        for (double digit : DIGITS) {
            if (digit * scale >= x) {
                return digit * scale;
            }
        }
        return 10 * scale;
    }

    /** Returns the greatest of them that is not above {@code x}, which is above 0. */
    static double atMost(double x) {
        double scale = scale(x);
        double best = scale / 2;
        for (double digit : DIGITS) {
            best = digit * scale <= x ? digit * scale : best;
        }
        return best;
    }

    private static double scale(double x) {
        return StrictMath.pow(10, Math.floor(StrictMath.log10(x)));
    }
}

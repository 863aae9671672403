package hep.winnow.figures;

/**
 * Takes values of an axis to pixels.
 *
 * @param low value at {@code pixelLow}; positive on a logarithmic axis
 * @param high value at {@code pixelHigh}, above {@code low}
 * @param isLog whether equal ratios have equal lengths
 * @param pixelLow pixel of the lower end
 * @param pixelHigh pixel of the upper end; less than {@code pixelLow} on a vertical axis
 */
record Scale(double low, double high, boolean isLog, double pixelLow, double pixelHigh) {
    /** Pixels beyond this distance are as good as infinitely far away, and keep drawing libraries out of trouble. */
    private static final double FAR = 1e5;

    /** Returns the pixel of a value: NaN for NaN; on a logarithmic axis what is not positive lies far below. */
    double at(double value) {
        double pixel = pixelLow + share(value) * (pixelHigh - pixelLow);
        return Double.isNaN(pixel) ? pixel : Math.max(-FAR, Math.min(FAR, pixel));
    }

    /** Returns the value at a pixel. */
    double valueAt(double pixel) {
        double share = (pixel - pixelLow) / (pixelHigh - pixelLow);
        if (isLog) {
            double from = StrictMath.log10(low);
            return StrictMath.pow(10, from + share * (StrictMath.log10(high) - from));
        }
        return low * (1 - share) + high * share;
    }

    private double share(double value) {
        if (isLog) {
            double from = StrictMath.log10(low);
            return (StrictMath.log10(Math.max(value, Double.MIN_VALUE)) - from) / (StrictMath.log10(high) - from);
        }
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }
}

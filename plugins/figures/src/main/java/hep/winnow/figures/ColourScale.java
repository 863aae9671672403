package hep.winnow.figures;

import java.awt.Color;
import java.util.List;

/**
 * Colours for values, in {@value #LEVELS} steps.
 *
 * @param label of the bar beside the panel
 * @param low least value; above 0 on a logarithmic scale
 * @param high greatest value, above {@code low}
 * @param threshold between them, or NaN
 * @param isLog whether equal ratios have equal lengths
 * @param hues which colours
 */
record ColourScale(String label, double low, double high, double threshold, boolean isLog, Hues hues) {
    static final int LEVELS = 24;

    private static final double STRENGTH = 0.5;
    /** A logarithmic scale shows at most this many decades. */
    private static final double MOST_DECADES = 6;

    /** Which colours a scale has. */
    enum Hues {
        /** Blue below the threshold, white at it, vermilion above; without one from white to blue. */
        RESPONSE,
        /** Viridis (Smith and van der Walt, 2015): even steps for the eye, readable without colour vision and in grey. */
        CONTENTS
    }

    private static final List<Color> VIRIDIS = List.of(
            new Color(0x440154),
            new Color(0x472C7A),
            new Color(0x3B518B),
            new Color(0x2C718E),
            new Color(0x21908D),
            new Color(0x27AD81),
            new Color(0x5CC863),
            new Color(0xAADC32),
            new Color(0xFDE725));

    /** Returns the scale of a field; NaN and infinities are passed over. */
    static ColourScale of(String label, double[] values, double threshold) {
        Extent extent = extent(values);
        boolean isFlat = extent.isEmpty() || !(extent.low() < extent.high());
        double low = isFlat ? (extent.isEmpty() ? 0 : extent.low() - 0.5) : extent.low();
        double high = isFlat ? low + 1 : extent.high();
        boolean isInside = threshold > low && threshold < high;
        return new ColourScale(label, low, high, isInside ? threshold : Double.NaN, false, Hues.RESPONSE);
    }

    /** Returns the scale of contents of cells, which begins at zero if none is negative, or at the least positive one on a logarithmic scale. */
    static ColourScale ofContents(String label, double[] values, boolean isLog) {
        Extent extent = extent(values);
        double high = extent.isEmpty() || !(extent.high() > 0) ? 1 : extent.high();
        double low = extent.isEmpty() ? 0 : Math.min(0, extent.low());
        if (isLog) {
            double least = Math.max(extent.leastPositive(), high / StrictMath.pow(10, MOST_DECADES));
            low = least < high ? least : high / 10;
        }
        return new ColourScale(label, low, high, Double.NaN, isLog, Hues.CONTENTS);
    }

    private static Extent extent(double[] values) {
        Extent extent = new Extent();
        for (double v : values) {
            extent.add(v);
        }
        return extent;
    }

    /** Returns the level of a value, 0 to {@link #LEVELS} - 1, or -1 for NaN. */
    int level(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        double share = isLog
                ? (StrictMath.log10(Math.max(value, low)) - StrictMath.log10(low))
                        / (StrictMath.log10(high) - StrictMath.log10(low))
                : (value - low) / (high - low);
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.floor(share * LEVELS)));
    }

    /** Returns the map from values to the pixels of a bar. */
    Scale scale(double pixelLow, double pixelHigh) {
        return new Scale(low, high, isLog, pixelLow, pixelHigh);
    }

    /** Returns the colour of a level. */
    Color color(int level) {
        double share = (level + 0.5) / LEVELS;
        if (hues == Hues.CONTENTS) {
            return viridis(share);
        }
        double value = low + (high - low) * share;
        if (Double.isNaN(threshold)) {
            return Theme.tinted(Palette.BLUE, 0.04 + 0.56 * share);
        }
        return value < threshold
                ? Theme.tinted(Palette.BLUE, STRENGTH * (threshold - value) / (threshold - low))
                : Theme.tinted(Palette.VERMILION, STRENGTH * (value - threshold) / (high - threshold));
    }

    private static Color viridis(double share) {
        double at = share * (VIRIDIS.size() - 1);
        int i = Math.min((int) at, VIRIDIS.size() - 2);
        Color a = VIRIDIS.get(i);
        Color b = VIRIDIS.get(i + 1);
        double rest = at - i;
        return new Color(
                mix(a.getRed(), b.getRed(), rest),
                mix(a.getGreen(), b.getGreen(), rest),
                mix(a.getBlue(), b.getBlue(), rest));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.rint(from + share * (to - from));
    }
}

package hep.winnow.figures;

import java.awt.Color;

/**
 * Colours for the values of a field, in {@value #LEVELS} steps. With a threshold it diverges: blue below, white at the threshold, vermilion above; without one it rises
 * from white to blue.
 *
 * @param label of the bar beside the panel
 * @param low least value
 * @param high greatest value, above {@code low}
 * @param threshold between them, or NaN
 */
record ColourScale(String label, double low, double high, double threshold) {
    static final int LEVELS = 24;

    private static final double STRENGTH = 0.5;

    /** Returns the scale of some values; NaN and infinities are passed over. */
    static ColourScale of(String label, double[] values, double threshold) {
        Extent extent = new Extent();
        for (double v : values) {
            extent.add(v);
        }
        boolean isFlat = extent.isEmpty() || !(extent.low() < extent.high());
        double low = isFlat ? (extent.isEmpty() ? 0 : extent.low() - 0.5) : extent.low();
        double high = isFlat ? low + 1 : extent.high();
        boolean isInside = threshold > low && threshold < high;
        return new ColourScale(label, low, high, isInside ? threshold : Double.NaN);
    }

    /** Returns the level of a value, 0 to {@link #LEVELS} - 1, or -1 for NaN. */
    int level(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        double share = (value - low) / (high - low);
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.floor(share * LEVELS)));
    }

    /** Returns the least value of a level. */
    double from(int level) {
        return low + (high - low) * level / LEVELS;
    }

    /** Returns the colour of a level. */
    Color color(int level) {
        double value = low + (high - low) * (level + 0.5) / LEVELS;
        if (Double.isNaN(threshold)) {
            return Theme.tinted(Palette.BLUE, 0.04 + 0.56 * (value - low) / (high - low));
        }
        return value < threshold
                ? Theme.tinted(Palette.BLUE, STRENGTH * (threshold - value) / (threshold - low))
                : Theme.tinted(Palette.VERMILION, STRENGTH * (value - threshold) / (high - threshold));
    }
}

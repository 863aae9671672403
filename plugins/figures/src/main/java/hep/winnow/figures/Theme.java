package hep.winnow.figures;

import java.awt.BasicStroke;
import java.awt.Color;

/** Sizes, widths and greys that all figures share; lengths in logical pixels, of which a panel has 800 x 600. */
final class Theme {
    static final int PANEL_WIDTH = 800;
    static final int PANEL_HEIGHT = 600;
    /** Height of a panel that has another below it. */
    static final int TALL_PANEL_HEIGHT = 740;
    /** Height of the panel below, its axis included, and the gap between the two. */
    static final int LOWER_HEIGHT = 228;

    static final int LOWER_GAP = 12;
    static final int SHEET_TITLE_HEIGHT = 56;

    static final int LEFT = 116;
    static final int RIGHT = 34;
    static final int RIGHT_WITH_COLOUR_BAR = 156;
    static final int TOP = 52;
    static final int BOTTOM = 80;

    static final double SHEET_TITLE = 27;
    static final double TITLE = 23;
    static final double AXIS_TITLE = 23;
    static final double TICK_LABEL = 20;
    static final double LEGEND = 19;
    static final double NOTE = 18;
    /** Text is never made smaller than this to fit. */
    static final double LEAST_TEXT = 12;

    static final double TICK = 11;
    static final double MINOR_TICK = 6;

    static final Color INK = Color.BLACK;
    static final Color SOFT_INK = new Color(0x59, 0x59, 0x59);
    static final Color GRID = new Color(0xE8, 0xE8, 0xE8);
    static final Color PAPER = Color.WHITE;

    static final BasicStroke HAIR = stroke(0.9f);
    static final BasicStroke FRAME = stroke(1.4f);
    static final BasicStroke ERROR_BAR = stroke(1.7f);
    static final BasicStroke OUTLINE = stroke(2.2f);
    static final BasicStroke LINE = stroke(2.6f);

    private Theme() {}

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4);
    }

    /** Returns the colour with that opacity, 0 to 1. */
    static Color withAlpha(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * alpha));
    }

    /** Returns the colour mixed with white: 1 is the colour itself, 0 is white. */
    static Color tinted(Color color, double share) {
        return new Color(mix(color.getRed(), share), mix(color.getGreen(), share), mix(color.getBlue(), share));
    }

    private static int mix(int channel, double share) {
        return (int) Math.rint(255 + (channel - 255) * share);
    }
}

package hep.winnow.figures;

import java.awt.geom.Rectangle2D;

/**
 * The area between the axes.
 *
 * @param area in pixels
 * @param x from values to pixels from left to right
 * @param y from values to pixels from bottom to top
 */
record Frame(Rectangle2D area, Scale x, Scale y) {
    /** Returns the pixel of y = 0, or the bottom where zero is not shown. */
    double baseline() {
        return y.isLog() ? area.getMaxY() : Math.max(area.getMinY(), Math.min(area.getMaxY(), y.at(0)));
    }

    /** Tells whether a pixel can be drawn: neither coordinate is NaN. */
    static boolean isDrawable(double px, double py) {
        return !Double.isNaN(px) && !Double.isNaN(py);
    }
}

package hep.winnow.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Slanted lines within boxes, as lines that end at the edges: no pattern and no clipping, which formats write in different ways. */
final class Hatch {
    private static final double SPACING = 7;

    private final Path2D.Double lines = new Path2D.Double();

    /** Adds a box; a box without height, or beyond the page, adds nothing. */
    void add(double left, double top, double right, double bottom) {
        if (!(bottom - top > 0.5) || !(right > left) || bottom - top > 1e4) {
            return;
        }
        // The lines are x + y = k * SPACING, so that those of neighbouring boxes meet.
        double first = Math.ceil((left + top) / SPACING) * SPACING;
        for (double sum = first; sum < right + bottom; sum += SPACING) {
            double x1 = Math.max(left, sum - bottom);
            double x2 = Math.min(right, sum - top);
            if (x2 > x1) {
                lines.moveTo(x1, sum - x1);
                lines.lineTo(x2, sum - x2);
            }
        }
    }

    /** Draws all boxes. */
    void paint(Graphics2D g) {
        g.setColor(Theme.SOFT_INK);
        g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(lines);
    }
}

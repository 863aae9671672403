package hep.winnow.figures;

import hep.winnow.api.figure.Tint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Points with error bars, in pixels. */
final class ErrorBars {
    static final double RADIUS = 4.6;

    private ErrorBars() {}

    /** Draws points; {@code error} has one value per point or none, and a NaN in it draws no bar. */
    static void paint(Graphics2D g, Frame frame, double[] x, double[] y, double[] error, Tint tint) {
        g.setColor(Palette.color(tint));
        Path2D.Double bars = new Path2D.Double();
        Path2D.Double symbols = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            double px = frame.x().at(x[i]);
            double py = frame.y().at(y[i]);
            if (!Frame.isDrawable(px, py)) {
                continue;
            }
            if (error.length > 0 && error[i] > 0) {
                double up = frame.y().at(y[i] + error[i]);
                double down =
                        Math.min(frame.y().at(y[i] - error[i]), frame.area().getMaxY() + 50);
                bars.append(new Line2D.Double(px, up, px, down), false);
            }
            symbols.append(Palette.symbol(tint, px, py, RADIUS), false);
        }
        g.setStroke(Theme.ERROR_BAR);
        g.draw(bars);
        g.fill(symbols);
    }

    /** Marks points with their bars. */
    static void mark(InkMap ink, Frame frame, double[] x, double[] y, double[] error) {
        for (int i = 0; i < x.length; i++) {
            double e = error.length > 0 && error[i] > 0 ? error[i] : 0;
            double px = frame.x().at(x[i]);
            ink.line(px, frame.y().at(y[i] - e) + RADIUS, px, frame.y().at(y[i] + e) - RADIUS);
        }
    }

    /** Draws a sample for the legend. */
    static void paintSample(Graphics2D g, Rectangle2D box, Tint tint, boolean hasBar) {
        g.setColor(Palette.color(tint));
        Shape symbol = Palette.symbol(tint, box.getCenterX(), box.getCenterY(), RADIUS);
        if (hasBar) {
            g.setStroke(Theme.ERROR_BAR);
            g.draw(new Line2D.Double(box.getCenterX(), box.getMinY() - 2, box.getCenterX(), box.getMaxY() + 2));
        }
        g.fill(symbol);
    }
}

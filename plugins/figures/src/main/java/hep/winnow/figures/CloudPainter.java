package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Draws a cloud of dots. The dots are spread over some fifty translucent layers, so that crowded places look darker without one element per dot in the
 * file.
 */
final class CloudPainter implements LayerPainter {
    private static final int LAYERS = 50;
    private static final float DIAMETER = 3.8f;
    private static final double OPACITY = 0.7;

    private final Layer.Points points;

    CloudPainter(Layer.Points points) {
        this.points = points;
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (int i = 0; i < points.x().length; i++) {
            if (Frame.isDrawable(points.x()[i], points.y()[i])) {
                x.add(points.x()[i]);
                y.add(points.y()[i]);
            }
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        for (int i = 0; i < points.x().length; i++) {
            ink.point(frame.x().at(points.x()[i]), frame.y().at(points.y()[i]));
        }
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        Graphics2D g = canvas.g();
        g.setColor(Theme.withAlpha(color(), OPACITY));
        g.setStroke(new BasicStroke(DIAMETER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int layer = 0; layer < LAYERS; layer++) {
            Path2D.Double dots = new Path2D.Double();
            for (int i = layer; i < points.x().length; i += LAYERS) {
                double px = frame.x().at(points.x()[i]);
                double py = frame.y().at(points.y()[i]);
                if (Frame.isDrawable(px, py) && frame.area().contains(px, py)) {
                    // A line of no length with round ends is a dot.
                    dots.moveTo(px, py);
                    dots.lineTo(px + 0.01, py);
                }
            }
            if (dots.getCurrentPoint() != null) {
                g.draw(dots);
            }
        }
    }

    private Color color() {
        return Palette.color(points.tint());
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(points.label(), (g, box) -> {
            g.setColor(color());
            double r = 4.2;
            g.fill(new Ellipse2D.Double(box.getCenterX() - r, box.getCenterY() - r, 2 * r, 2 * r));
        });
    }
}

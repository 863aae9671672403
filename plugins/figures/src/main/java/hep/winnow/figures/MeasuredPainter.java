package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws measurements with errors to both sides; what lies beyond the frame is shown by an arrow at its edge. */
final class MeasuredPainter implements LayerPainter {
    private static final double ARROW = 9;

    private final Layer.Measured points;

    MeasuredPainter(Layer.Measured points) {
        this.points = points;
    }

    private boolean isThere(int i) {
        return !Double.isNaN(points.y()[i]);
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (int i = 0; i < points.x().length; i++) {
            if (isThere(i)) {
                double half = points.xError().length > 0 ? points.xError()[i] : 0;
                x.add(points.x()[i] - half);
                x.add(points.x()[i] + half);
                y.add(points.y()[i]);
                y.add(points.low()[i]);
                y.add(points.high()[i]);
            }
        }
        if (points.isContent()) {
            y.addEdge(0);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        for (int i = 0; i < points.x().length; i++) {
            if (isThere(i)) {
                double px = frame.x().at(points.x()[i]);
                double py = frame.y().at(points.y()[i]);
                ink.line(px, py - ErrorBars.RADIUS, px, py + ErrorBars.RADIUS);
                ink.line(px, frame.y().at(points.low()[i]), px, frame.y().at(points.high()[i]));
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        Rectangle2D area = frame.area();
        Path2D.Double bars = new Path2D.Double();
        Path2D.Double symbols = new Path2D.Double();
        for (int i = 0; i < points.x().length; i++) {
            double px = frame.x().at(points.x()[i]);
            double py = frame.y().at(points.y()[i]);
            if (!Frame.isDrawable(px, py)) {
                continue;
            }
            appendBars(bars, frame, i, px, py);
            if (py < area.getMinY() - 0.5) {
                appendArrow(symbols, px, area.getMinY() + 2, 1);
            } else if (py > area.getMaxY() + 0.5) {
                appendArrow(symbols, px, area.getMaxY() - 2, -1);
            } else {
                symbols.append(Palette.symbol(points.tint(), px, py, ErrorBars.RADIUS), false);
            }
        }
        canvas.g().setColor(Palette.color(points.tint()));
        canvas.g().setStroke(Theme.ERROR_BAR);
        canvas.g().draw(bars);
        canvas.g().fill(symbols);
    }

    private void appendBars(Path2D bars, Frame frame, int i, double px, double py) {
        Rectangle2D area = frame.area();
        double top = Math.max(frame.y().at(points.high()[i]), area.getMinY() - 50);
        double bottom = Math.min(frame.y().at(points.low()[i]), area.getMaxY() + 50);
        if (bottom > top) {
            bars.append(new Line2D.Double(px, top, px, bottom), false);
        }
        if (points.xError().length > 0 && points.xError()[i] > 0) {
            double left = frame.x().at(points.x()[i] - points.xError()[i]);
            double right = frame.x().at(points.x()[i] + points.xError()[i]);
            bars.append(new Line2D.Double(left, py, right, py), false);
        }
    }

    /** Appends a triangle with its tip at the edge; {@code down} is 1 for one that hangs from the upper edge, else -1. */
    private static void appendArrow(Path2D path, double px, double tip, int down) {
        path.moveTo(px, tip);
        path.lineTo(px - ARROW / 2, tip + down * ARROW);
        path.lineTo(px + ARROW / 2, tip + down * ARROW);
        path.closePath();
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(points.label(), (g, box) -> {
            ErrorBars.paintSample(g, box, points.tint(), true);
            if (points.xError().length > 0) {
                g.draw(new Line2D.Double(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
            }
        });
    }
}

package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.LineStyle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Draws a vertical line over the whole height. */
final class MarkerPainter implements LayerPainter {
    private static final double ARROW = 34;
    private static final double HEAD = 12;
    private static final double ARROW_BELOW_TOP = 14;

    private final Layer.Marker marker;

    MarkerPainter(Layer.Marker marker) {
        this.marker = marker;
    }

    @Override
    public void extend(Extent x, Extent y) {
        x.add(marker.x());
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        double at = frame.x().at(marker.x());
        ink.line(at, frame.area().getMinY(), at, frame.area().getMaxY());
        double y = frame.area().getMinY() + ARROW_BELOW_TOP;
        ink.line(at, y, at + Math.signum(marker.keeps()) * ARROW, y);
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        double at = frame.x().at(marker.x());
        if (Double.isNaN(at)) {
            return;
        }
        canvas.g().setColor(Palette.color(marker.tint()));
        canvas.g().setStroke(Palette.stroke(LineStyle.DASHED, marker.tint()));
        canvas.g()
                .draw(new Line2D.Double(
                        at, frame.area().getMaxY(), at, frame.area().getMinY()));
        if (marker.keeps() != 0) {
            paintArrow(canvas, at, frame.area().getMinY() + ARROW_BELOW_TOP, Math.signum(marker.keeps()));
        }
    }

    /** Draws an arrow from the line to the side that is kept. */
    private void paintArrow(Canvas canvas, double at, double y, double side) {
        double tip = at + side * ARROW;
        canvas.g().setStroke(Theme.LINE);
        canvas.g().draw(new Line2D.Double(at, y, tip - side * HEAD, y));
        Path2D.Double head = new Path2D.Double();
        head.moveTo(tip, y);
        head.lineTo(tip - side * HEAD, y - HEAD / 2);
        head.lineTo(tip - side * HEAD, y + HEAD / 2);
        head.closePath();
        canvas.g().fill(head);
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(marker.label(), (g, box) -> {
            g.setColor(Palette.color(marker.tint()));
            g.setStroke(Palette.stroke(LineStyle.DASHED, marker.tint()));
            g.draw(new Line2D.Double(box.getCenterX(), box.getMinY() - 4, box.getCenterX(), box.getMaxY() + 4));
        });
    }
}

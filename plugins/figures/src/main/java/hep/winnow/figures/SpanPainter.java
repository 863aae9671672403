package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Shades a range of x over the whole height. */
final class SpanPainter implements LayerPainter {
    private static final Color SHADE = new Color(0xDD, 0xDD, 0xDD);

    private final Layer.Span span;

    SpanPainter(Layer.Span span) {
        this.span = span;
    }

    /** Takes its ends in only where they are ends: it does not widen an axis to infinity. */
    @Override
    public void extend(Extent x, Extent y) {
        x.add(span.low());
        x.add(span.high());
    }

    /** Text may lie on it. */
    @Override
    public void mark(InkMap ink, Frame frame) {}

    @Override
    public void paintBelow(Canvas canvas, Frame frame) {
        Rectangle2D area = frame.area();
        double left = Math.max(area.getMinX(), frame.x().at(span.low()));
        double right = Math.min(area.getMaxX(), frame.x().at(span.high()));
        if (right > left) {
            canvas.g().setColor(SHADE);
            canvas.g().fill(new Rectangle2D.Double(left, area.getMinY(), right - left, area.getHeight()));
        }
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {}

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(span.label(), (g, box) -> {
            g.setColor(SHADE);
            g.fill(box);
            g.setColor(Theme.SOFT_INK);
            g.setStroke(Theme.HAIR);
            g.draw(box);
        });
    }
}

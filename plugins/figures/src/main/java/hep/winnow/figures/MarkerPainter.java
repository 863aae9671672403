package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.LineStyle;
import java.awt.geom.Line2D;
import java.util.List;

/** Draws a vertical line over the whole height. */
final class MarkerPainter implements LayerPainter {
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

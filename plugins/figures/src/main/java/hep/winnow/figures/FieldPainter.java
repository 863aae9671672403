package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/** Draws a function over the plane as coloured cells, and its contour at the threshold. */
final class FieldPainter implements LayerPainter {
    private final Layer.Field field;
    private final ColourScale colours;

    FieldPainter(Layer.Field field) {
        this.field = field;
        this.colours = ColourScale.of(field.label(), field.z(), field.threshold());
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (double edge : field.x()) {
            x.addEdge(edge);
        }
        for (double edge : field.y()) {
            y.addEdge(edge);
        }
    }

    /** A field is everywhere: it leaves no place free, and takes none. */
    @Override
    public void mark(InkMap ink, Frame frame) {}

    @Override
    public void paint(Canvas canvas, Frame frame) {
        Graphics2D g = canvas.g();
        new CellPaths(field.x(), field.y(), field.z(), colours).paint(g, frame);
        if (!Double.isNaN(colours.threshold())) {
            g.setColor(Theme.INK);
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(Contour.of(field, colours.threshold(), frame));
        }
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of();
    }

    @Override
    public Optional<ColourScale> colourScale() {
        return Optional.of(colours);
    }
}

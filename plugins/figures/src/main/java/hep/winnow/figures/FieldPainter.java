package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/** Draws a function over the plane as coloured cells, and its contour at the threshold. */
final class FieldPainter implements LayerPainter {
    private final Layer.Field field;
    private final ColourScale colours;
    private final int columns;
    private final int rows;

    FieldPainter(Layer.Field field) {
        this.field = field;
        this.colours = ColourScale.of(field.label(), field.z(), field.threshold());
        this.columns = field.x().length - 1;
        this.rows = field.y().length - 1;
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
        // Each level covers all cells at or above it, so that no paper shines through between levels.
        for (int level = 0; level < ColourScale.LEVELS; level++) {
            Path2D.Double cells = cellsFrom(level, frame);
            if (cells.getCurrentPoint() != null) {
                g.setColor(colours.color(level));
                g.fill(cells);
            }
        }
        if (!Double.isNaN(colours.threshold())) {
            g.setColor(Theme.INK);
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(Contour.of(field, colours.threshold(), frame));
        }
    }

    /** Returns the cells of a level and above, neighbours in a row joined. */
    private Path2D.Double cellsFrom(int level, Frame frame) {
        Path2D.Double path = new Path2D.Double();
        for (int row = 0; row < rows; row++) {
            int from = -1;
            for (int column = 0; column <= columns; column++) {
                boolean isIn = column < columns && colours.level(field.z()[row * columns + column]) >= level;
                if (isIn && from < 0) {
                    from = column;
                } else if (!isIn && from >= 0) {
                    appendBox(path, frame, from, column, row);
                    from = -1;
                }
            }
        }
        return path;
    }

    private void appendBox(Path2D path, Frame frame, int from, int to, int row) {
        double left = frame.x().at(field.x()[from]);
        double right = frame.x().at(field.x()[to]);
        double bottom = frame.y().at(field.y()[row]);
        double top = frame.y().at(field.y()[row + 1]);
        path.moveTo(left, bottom);
        path.lineTo(right, bottom);
        path.lineTo(right, top);
        path.lineTo(left, top);
        path.closePath();
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

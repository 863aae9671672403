package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Histogram2D;
import java.util.List;
import java.util.Optional;

/** Draws a histogram over two axes as coloured cells. */
final class CellsPainter implements LayerPainter {
    private final Layer.Cells cells;
    private final ColourScale colours;
    private final CellPaths paths;

    CellsPainter(Layer.Cells cells) {
        this.cells = cells;
        double[] values = values(cells);
        this.colours = ColourScale.ofContents(cells.label(), values, cells.isLog());
        this.paths = new CellPaths(
                cells.histogram().x().edges(), cells.histogram().y().edges(), values, colours);
    }

    /** Returns the contents row by row; NaN for what stays white. */
    private static double[] values(Layer.Cells cells) {
        Histogram2D h = cells.histogram();
        int columns = h.x().bins();
        double[] out = new double[columns * h.y().bins()];
        for (int k = 0; k < out.length; k++) {
            int i = k % columns + 1;
            int j = k / columns + 1;
            boolean isShown = h.entries(i, j) > 0 && (!cells.isLog() || h.sumW(i, j) > 0);
            out[k] = isShown ? h.sumW(i, j) : Double.NaN;
        }
        return out;
    }

    @Override
    public void extend(Extent x, Extent y) {
        x.addEdge(cells.histogram().x().low());
        x.addEdge(cells.histogram().x().high());
        y.addEdge(cells.histogram().y().low());
        y.addEdge(cells.histogram().y().high());
    }

    /** Marks the cells that are coloured: a note may stand on white paper. */
    @Override
    public void mark(InkMap ink, Frame frame) {
        paths.mark(ink, frame);
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        paths.paint(canvas.g(), frame);
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

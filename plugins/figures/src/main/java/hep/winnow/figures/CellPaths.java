package hep.winnow.figures;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/**
 * Cells of a plane in the colours of a scale.
 *
 * @param x edges of the columns, rising
 * @param y edges of the rows, rising
 * @param z values, row by row from the lowest; NaN for none
 * @param colours of the values
 */
record CellPaths(double[] x, double[] y, double[] z, ColourScale colours) {
    private int columns() {
        return x.length - 1;
    }

    private int rows() {
        return y.length - 1;
    }

    /** Fills all cells. Each level covers all cells at or above it, so that no paper shines through between levels. */
    void paint(Graphics2D g, Frame frame) {
        for (int level = 0; level < ColourScale.LEVELS; level++) {
            Path2D.Double cells = cellsFrom(level, frame);
            if (cells.getCurrentPoint() != null) {
                g.setColor(colours.color(level));
                g.fill(cells);
            }
        }
    }

    /** Returns the cells of a level and above, neighbours in a row joined. */
    private Path2D.Double cellsFrom(int level, Frame frame) {
        Path2D.Double path = new Path2D.Double();
        for (int row = 0; row < rows(); row++) {
            int from = -1;
            for (int column = 0; column <= columns(); column++) {
                boolean isIn = column < columns() && colours.level(z[row * columns() + column]) >= level;
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
        double left = frame.x().at(x[from]);
        double right = frame.x().at(x[to]);
        double bottom = frame.y().at(y[row]);
        double top = frame.y().at(y[row + 1]);
        path.moveTo(left, bottom);
        path.lineTo(right, bottom);
        path.lineTo(right, top);
        path.lineTo(left, top);
        path.closePath();
    }

    /** Marks the cells that have a colour. */
    void mark(InkMap ink, Frame frame) {
        for (int k = 0; k < z.length; k++) {
            if (!Double.isNaN(z[k])) {
                int column = k % columns();
                int row = k / columns();
                ink.box(
                        frame.x().at(x[column]),
                        frame.y().at(y[row + 1]),
                        frame.x().at(x[column + 1]),
                        frame.y().at(y[row]));
            }
        }
    }
}

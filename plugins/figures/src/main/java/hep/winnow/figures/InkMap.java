package hep.winnow.figures;

import java.awt.geom.Rectangle2D;

/** A coarse picture of where a panel has ink: cells of 6 pixels that are touched or not. */
final class InkMap {
    private static final double CELL = 6;

    private final double left;
    private final double top;
    private final int columns;
    private final int rows;
    private final int[] ink;

    InkMap(Rectangle2D area) {
        left = area.getMinX();
        top = area.getMinY();
        columns = (int) Math.ceil(area.getWidth() / CELL);
        rows = (int) Math.ceil(area.getHeight() / CELL);
        ink = new int[columns * rows];
    }

    /** Marks a straight line between two pixels; what is outside is passed over, and so is a line from or to NaN. */
    void line(double x1, double y1, double x2, double y2) {
        if (!Frame.isDrawable(x1, y1) || !Frame.isDrawable(x2, y2)) {
            return;
        }
        double length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
        int steps = (int) Math.min(4000, Math.ceil(length / (CELL / 2)));
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            point(x1 + share * (x2 - x1), y1 + share * (y2 - y1));
        }
    }

    /** Marks all cells of a rectangle between two corners. */
    void box(double x1, double y1, double x2, double y2) {
        add(x1, y1, x2, y2, 1);
    }

    /** Marks a rectangle as taken by something that must not be covered at all. */
    void take(Rectangle2D box) {
        add(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), 1000);
    }

    private void add(double x1, double y1, double x2, double y2, int amount) {
        int right = Math.min(columns - 1, column(Math.max(x1, x2)));
        int bottom = Math.min(rows - 1, row(Math.max(y1, y2)));
        for (int r = Math.max(0, row(Math.min(y1, y2))); r <= bottom; r++) {
            for (int c = Math.max(0, column(Math.min(x1, x2))); c <= right; c++) {
                ink[r * columns + c] += amount;
            }
        }
    }

    /** Marks the cell of a pixel. */
    void point(double x, double y) {
        int c = column(x);
        int r = row(y);
        if (c >= 0 && c < columns && r >= 0 && r < rows && Frame.isDrawable(x, y)) {
            ink[r * columns + c]++;
        }
    }

    /** Tells whether nothing at all was marked. */
    boolean isBlank() {
        for (int cell : ink) {
            if (cell > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many marks lie under a rectangle; each cell counts 3 at most, unless it is taken. */
    long under(Rectangle2D box) {
        long sum = 0;
        for (int r = Math.max(0, row(box.getMinY())); r <= Math.min(rows - 1, row(box.getMaxY())); r++) {
            for (int c = Math.max(0, column(box.getMinX())); c <= Math.min(columns - 1, column(box.getMaxX())); c++) {
                int cell = ink[r * columns + c];
                sum += cell < 1000 ? Math.min(cell, 3) : cell;
            }
        }
        return sum;
    }

    private int column(double x) {
        return (int) Math.floor((x - left) / CELL);
    }

    private int row(double y) {
        return (int) Math.floor((y - top) / CELL);
    }
}

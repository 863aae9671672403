package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.geom.Path2D;

/**
 * The line on which a field has a value, by marching squares over the middles of its cells, with linear interpolation. A saddle is resolved by the mean of its four
 * corners. Squares with a NaN corner are passed over.
 */
final class Contour {
    private final Layer.Field field;
    private final double value;
    private final Frame frame;
    private final int columns;
    private final Path2D.Double path = new Path2D.Double();

    private Contour(Layer.Field field, double value, Frame frame) {
        this.field = field;
        this.value = value;
        this.frame = frame;
        this.columns = field.x().length - 1;
    }

    /** Returns the contour in pixels, as separate short lines. */
    static Path2D of(Layer.Field field, double value, Frame frame) {
        Contour contour = new Contour(field, value, frame);
        int rows = field.y().length - 1;
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < contour.columns; column++) {
                contour.square(column, row);
            }
        }
        return contour.path;
    }

    private double z(int column, int row) {
        return field.z()[row * columns + column];
    }

    /** Corners: 0 lower left, 1 lower right, 2 upper right, 3 upper left; edge k runs from corner k to corner k + 1. */
    private void square(int column, int row) {
        double[] z = {z(column, row), z(column + 1, row), z(column + 1, row + 1), z(column, row + 1)};
        int code = 0;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            code |= z[k] >= value ? 1 << k : 0;
            sum += z[k];
        }
        if (Double.isNaN(sum)) {
            return;
        }
        boolean isHighInside = sum / 4 >= value;
        switch (code) {
            case 0, 15 -> {}
            case 5 -> saddle(column, row, z, isHighInside);
            case 10 -> saddle(column, row, z, !isHighInside);
            default -> segment(column, row, z, code);
        }
    }

    private void saddle(int column, int row, double[] z, boolean areFirstAndThirdJoined) {
        if (areFirstAndThirdJoined) {
            line(column, row, z, 0, 1);
            line(column, row, z, 2, 3);
        } else {
            line(column, row, z, 3, 0);
            line(column, row, z, 1, 2);
        }
    }

    private void segment(int column, int row, double[] z, int code) {
        int first = -1;
        for (int edge = 0; edge < 4; edge++) {
            boolean isCrossed = (code >> edge & 1) != (code >> ((edge + 1) % 4) & 1);
            if (isCrossed && first < 0) {
                first = edge;
            } else if (isCrossed) {
                line(column, row, z, first, edge);
            }
        }
    }

    private void line(int column, int row, double[] z, int fromEdge, int toEdge) {
        path.moveTo(px(column, z, fromEdge), py(row, z, fromEdge));
        path.lineTo(px(column, z, toEdge), py(row, z, toEdge));
    }

    private double px(int column, double[] z, int edge) {
        double left = frame.x().at((field.x()[column] + field.x()[column + 1]) / 2);
        double right = frame.x().at((field.x()[column + 1] + field.x()[column + 2]) / 2);
        return switch (edge) {
            case 0 -> left + share(z[0], z[1]) * (right - left);
            case 1 -> right;
            case 2 -> left + share(z[3], z[2]) * (right - left);
            default -> left;
        };
    }

    private double py(int row, double[] z, int edge) {
        double bottom = frame.y().at((field.y()[row] + field.y()[row + 1]) / 2);
        double top = frame.y().at((field.y()[row + 1] + field.y()[row + 2]) / 2);
        return switch (edge) {
            case 0 -> bottom;
            case 1 -> bottom + share(z[1], z[2]) * (top - bottom);
            case 2 -> top;
            default -> bottom + share(z[0], z[3]) * (top - bottom);
        };
    }

    private double share(double from, double to) {
        double share = (value - from) / (to - from);
        return Double.isNaN(share) ? 0.5 : Math.max(0, Math.min(1, share));
    }
}

package hep.winnow.api.figure;

import hep.winnow.api.hist.Histogram;
import java.util.List;

/** What is drawn in a figure. Arrays are not copied: hand them over and leave them. NaN points are left out, and break a line. */
public sealed interface Layer {
    /** Returns its name in the legend; empty for none. */
    String label();

    /**
     * A histogram: bin contents are Σw, errors √Σw². Under- and overflow are not drawn.
     *
     * @param label in the legend
     * @param histogram its values
     * @param style how it is drawn
     * @param tint its colour
     */
    record Bins(String label, Histogram histogram, BinStyle style, Tint tint) implements Layer {}

    /** How a histogram is drawn. */
    enum BinStyle {
        /** Filled, on top of the {@code STACK} layers before it; the sum's error is drawn hatched. */
        STACK,
        /** A stepped outline, with a light fill. */
        OUTLINE,
        /** Points with error bars. */
        POINTS
    }

    /**
     * A line through points in order.
     *
     * @param label in the legend
     * @param x abscissae
     * @param y ordinates, as many
     * @param yError half width of a band around it, as many or none
     * @param style of the line
     * @param tint its colour
     */
    record Line(String label, double[] x, double[] y, double[] yError, LineStyle style, Tint tint) implements Layer {
        public Line {
            checkLengths(x, y, yError);
        }
    }

    /** How a line is drawn. */
    enum LineStyle {
        SOLID,
        DASHED,
        DOTTED
    }

    /**
     * Points.
     *
     * @param label in the legend
     * @param x abscissae
     * @param y ordinates, as many
     * @param yError standard errors, as many or none
     * @param tint their colour
     * @param isSmall whether they are dots of a cloud, not measurements
     */
    record Points(String label, double[] x, double[] y, double[] yError, Tint tint, boolean isSmall) implements Layer {
        public Points {
            checkLengths(x, y, yError);
        }
    }

    /**
     * A function over the plane as coloured cells, such as a network's response; its decision boundary is the contour at {@code threshold}.
     *
     * @param label of the colour scale
     * @param x edges of the columns, rising, one more than columns
     * @param y edges of the rows, rising, one more than rows
     * @param z values, row by row from the lowest: {@code z[row * columns + column]}
     * @param threshold where the contour is drawn; NaN for none
     */
    record Field(String label, double[] x, double[] y, double[] z, double threshold) implements Layer {
        public Field {
            if (z.length != (x.length - 1) * (y.length - 1)) {
                throw new IllegalArgumentException("a field of " + (x.length - 1) + " x " + (y.length - 1)
                        + " cells was given " + z.length + " values");
            }
        }
    }

    /**
     * A vertical line over the whole height, such as a cut.
     *
     * @param label in the legend
     * @param x where
     * @param tint its colour
     */
    record Marker(String label, double x, Tint tint) implements Layer {}

    /**
     * Short texts, each in the middle of its place, such as the numbers of a matrix. They have no line in the legend.
     *
     * @param x abscissae
     * @param y ordinates, as many
     * @param texts as many
     */
    record Words(double[] x, double[] y, List<String> texts) implements Layer {
        public Words {
            texts = List.copyOf(texts);
            checkLengths(x, y, NO_ERRORS);
            if (texts.size() != x.length) {
                throw new IllegalArgumentException(x.length + " places were given " + texts.size() + " texts");
            }
        }

        private static final double[] NO_ERRORS = {};

        @Override
        public String label() {
            return "";
        }
    }

    private static void checkLengths(double[] x, double[] y, double[] yError) {
        if (x.length != y.length || yError.length != 0 && yError.length != y.length) {
            throw new IllegalArgumentException(
                    "x, y and errors differ in length: " + x.length + ", " + y.length + ", " + yError.length);
        }
    }
}

package hep.winnow.api.figure;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import java.util.List;
import java.util.Optional;

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
     * @param keeps the side that a cut keeps, shown by an arrow: above 0 the right, below 0 the left, 0 for no arrow
     */
    record Marker(String label, double x, Tint tint, int keeps) implements Layer {
        /** Makes a line without an arrow. */
        public Marker(String label, double x, Tint tint) {
            this(label, x, tint, 0);
        }
    }

    /**
     * A range of x that is shaded over the whole height, such as a blinded region.
     *
     * @param label in the legend
     * @param low its left end; minus infinity for that of the axis
     * @param high its right end; infinity for that of the axis
     */
    record Span(String label, double low, double high) implements Layer {}

    /**
     * Measurements with errors of any size to both sides. A measurement beyond the given range of the vertical axis is shown by an arrow at its edge.
     *
     * @param label in the legend
     * @param x abscissae
     * @param xError half the widths of the bins that they stand for, as many or none
     * @param y ordinates, as many; NaN is left out
     * @param low lower ends of their error bars, as many; NaN for no bar
     * @param high upper ends, as many
     * @param tint their colour
     * @param isContent whether they are contents of bins, so that the vertical axis shows 0
     * @param filled what they are drawn from, for files that hold numbers; empty if it is nothing that is filled with events
     */
    record Measured(
            String label,
            double[] x,
            double[] xError,
            double[] y,
            double[] low,
            double[] high,
            Tint tint,
            boolean isContent,
            Optional<Filled> filled)
            implements Layer {
        /** Makes measurements that are drawn from nothing that is filled with events. */
        public Measured(
                String label,
                double[] x,
                double[] xError,
                double[] y,
                double[] low,
                double[] high,
                Tint tint,
                boolean isContent) {
            this(label, x, xError, y, low, high, tint, isContent, Optional.empty());
        }

        public Measured {
            checkLengths(x, y, low);
            checkLengths(x, y, high);
            checkLengths(x, y, xError);
            if (low.length != y.length || high.length != y.length) {
                throw new IllegalArgumentException("measurements need an error bar each");
            }
        }
    }

    /** What measurements in bins are drawn from, as far as it may be shown: what is hidden in the figure is empty here. */
    sealed interface Filled {
        /** A histogram, of which contents of bins are drawn. */
        record Contents(Histogram histogram) implements Filled {}

        /** A profile, of which means are drawn. */
        record Means(Profile profile) implements Filled {}
    }

    /**
     * A hatched band over bins, such as the error of a sum.
     *
     * @param label in the legend
     * @param binning the bins
     * @param low lower end per bin; NaN for no band
     * @param high upper end per bin
     */
    record Band(String label, Binning binning, double[] low, double[] high) implements Layer {
        public Band {
            if (low.length != binning.bins() || high.length != binning.bins()) {
                throw new IllegalArgumentException("a band over " + binning.bins() + " bins was given " + low.length
                        + " and " + high.length + " ends");
            }
        }
    }

    /**
     * A histogram over two axes as coloured cells: Σw. Cells without an entry stay white; on a logarithmic scale those whose Σw is not above zero, too.
     *
     * @param label of the colour scale
     * @param histogram its values
     * @param isLog whether the colour scale is logarithmic
     */
    record Cells(String label, Histogram2D histogram, boolean isLog) implements Layer {}

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

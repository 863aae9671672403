package hep.winnow.root.write;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram2D;

/**
 * A histogram over two axes, a {@code TH2D}.
 *
 * @param fields all but what follows
 * @param further sums of the events in range: Σwy, Σwy², Σwxy
 * @param contents Σw by cell, row by row from the underflow of y
 */
record Histogram2(HistogramFields fields, double[] further, double[] contents) implements Streamed {
    /** Returns one of a histogram, with the sums of its events. */
    static Histogram2 of(Histogram2D histogram, String name, String title, String x, String y, String z) {
        double entries = 0;
        for (long n : histogram.entries()) {
            entries += n;
        }
        // Σw, Σwu, Σwv, Σwu², Σwuv, Σwv², Σw² with u and v from -1 to 1 over each axis: see Moments
        double[] m = histogram.moments().sums();
        double cx = center(histogram.x());
        double cy = center(histogram.y());
        double ux = unit(histogram.x());
        double uy = unit(histogram.y());
        double wx = cx * m[0] + ux * m[1];
        double wxx = cx * cx * m[0] + 2 * cx * ux * m[1] + ux * ux * m[3];
        double wy = cy * m[0] + uy * m[2];
        double wyy = cy * cy * m[0] + 2 * cy * uy * m[2] + uy * uy * m[5];
        double wxy = cx * cy * m[0] + cx * uy * m[2] + cy * ux * m[1] + ux * uy * m[4];
        HistogramFields fields = new HistogramFields(
                name,
                title,
                Axis.x(x, histogram.x()),
                Axis.y(y, histogram.y()),
                Axis.z(z),
                entries,
                new double[] {m[0], m[6], wx, wxx},
                histogram.sumW2());
        return new Histogram2(fields, new double[] {wy, wyy, wxy}, histogram.sumW());
    }

    /** Returns a function over the plane as the contents of cells without errors; {@code z} row by row, without under- and overflow. */
    static Histogram2 of(Binning x, Binning y, double[] z, String name, String title, String titleX, String titleY) {
        int width = x.bins() + 2;
        double[] contents = new double[width * (y.bins() + 2)];
        for (int row = 0; row < y.bins(); row++) {
            System.arraycopy(z, row * x.bins(), contents, (row + 1) * width + 1, x.bins());
        }
        HistogramFields fields = new HistogramFields(
                name,
                title,
                Axis.x(titleX, x),
                Axis.y(titleY, y),
                Axis.z(""),
                z.length,
                new double[4],
                new double[contents.length]);
        return new Histogram2(fields, new double[3], contents);
    }

    private static double center(Binning axis) {
        return axis.low() / 2 + axis.high() / 2;
    }

    private static double unit(Binning axis) {
        return axis.high() / 2 - axis.low() / 2;
    }

    @Override
    public String className() {
        return "TH2D";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(4, () -> {
            to.part(5, () -> {
                fields.write(to);
                to.out().f64(1).doubles(further);
            });
            to.doubles(contents);
        });
    }
}

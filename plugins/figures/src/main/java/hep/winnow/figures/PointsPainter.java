package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Histogram;
import java.util.List;

/** Draws measurements: points with error bars. */
final class PointsPainter implements LayerPainter {
    private final Layer.Points points;
    /** Ends of the axis of bins, if the points stand for bins. */
    private final double[] ends;

    PointsPainter(Layer.Points points) {
        this(points, new double[0]);
    }

    private PointsPainter(Layer.Points points, double[] ends) {
        this.points = points;
        this.ends = ends;
    }

    /** Returns a painter of a histogram's bins; bins without any entry are left out. */
    static PointsPainter of(Layer.Bins bins) {
        Histogram histogram = bins.histogram();
        int n = histogram.binning().bins();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            boolean isEmpty = histogram.sumW(i + 1) == 0 && histogram.sumW2(i + 1) == 0;
            x[i] = histogram.binning().center(i + 1);
            y[i] = isEmpty ? Double.NaN : histogram.sumW(i + 1);
            error[i] = histogram.error(i + 1);
        }
        double[] ends = {histogram.binning().low(), histogram.binning().high()};
        return new PointsPainter(new Layer.Points(bins.label(), x, y, error, bins.tint(), false), ends);
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (int i = 0; i < points.x().length; i++) {
            double at = points.y()[i];
            double error = points.yError().length > 0 && points.yError()[i] > 0 ? points.yError()[i] : 0;
            if (!Double.isNaN(at)) {
                x.add(points.x()[i]);
                y.add(at);
                y.add(at + error);
                y.add(at - error);
            }
        }
        for (double end : ends) {
            x.addEdge(end);
            y.addEdge(0);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        ErrorBars.mark(ink, frame, points.x(), points.y(), points.yError());
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        ErrorBars.paint(canvas.g(), frame, points.x(), points.y(), points.yError(), points.tint());
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(
                points.label(), (g, box) -> ErrorBars.paintSample(g, box, points.tint(), points.yError().length > 0));
    }
}

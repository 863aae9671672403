package hep.winnow.figures;

import hep.winnow.api.hist.Binning;
import java.awt.geom.Path2D;

/** Outlines of bins. */
final class BinShape {
    private BinShape() {}

    /** Returns the closed shape between two stepped curves; each array has one value per bin. */
    static Path2D between(Binning binning, double[] low, double[] high, Frame frame) {
        Path2D.Double path = new Path2D.Double();
        int n = binning.bins();
        path.moveTo(frame.x().at(binning.edge(0)), frame.y().at(high[0]));
        for (int i = 0; i < n; i++) {
            step(path, binning, i, high[i], frame, true);
        }
        for (int i = n - 1; i >= 0; i--) {
            step(path, binning, i, low[i], frame, false);
        }
        path.closePath();
        return path;
    }

    /** Returns the stepped curve over the bins, down to the base line at both ends. */
    static Path2D outline(Binning binning, double[] height, Frame frame) {
        Path2D.Double path = new Path2D.Double();
        int n = binning.bins();
        path.moveTo(frame.x().at(binning.edge(0)), frame.baseline());
        path.lineTo(frame.x().at(binning.edge(0)), frame.y().at(height[0]));
        for (int i = 0; i < n; i++) {
            step(path, binning, i, height[i], frame, true);
        }
        path.lineTo(frame.x().at(binning.edge(n)), frame.baseline());
        return path;
    }

    private static void step(Path2D path, Binning binning, int bin, double value, Frame frame, boolean rightwards) {
        double y = frame.y().at(value);
        double from = frame.x().at(binning.edge(rightwards ? bin : bin + 1));
        double to = frame.x().at(binning.edge(rightwards ? bin + 1 : bin));
        if (path.getCurrentPoint().getY() != y || path.getCurrentPoint().getX() != from) {
            path.lineTo(from, y);
        }
        path.lineTo(to, y);
    }

    /** Marks the area between zero and a stepped curve. */
    static void mark(InkMap ink, Binning binning, double[] height, Frame frame) {
        for (int i = 0; i < height.length; i++) {
            if (height[i] != 0) {
                ink.box(
                        frame.x().at(binning.edge(i)),
                        frame.y().at(height[i]),
                        frame.x().at(binning.edge(i + 1)),
                        frame.baseline());
            }
        }
    }
}

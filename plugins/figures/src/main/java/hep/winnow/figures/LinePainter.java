package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a line, with a band around it if it has errors. NaN breaks both. */
final class LinePainter implements LayerPainter {
    private static final double BAND = 0.22;
    /** Points closer to the last drawn one than this, in pixels, cannot be seen. */
    private static final double RESOLUTION = 0.5;

    private final Layer.Line line;

    LinePainter(Layer.Line line) {
        this.line = line;
    }

    private boolean hasBand() {
        return line.yError().length > 0;
    }

    private double error(int i) {
        return hasBand() && line.yError()[i] > 0 ? line.yError()[i] : 0;
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (int i = 0; i < line.x().length; i++) {
            if (Frame.isDrawable(line.x()[i], line.y()[i])) {
                x.add(line.x()[i]);
                y.add(line.y()[i] - error(i));
                y.add(line.y()[i] + error(i));
            }
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        for (Path path : paths(frame)) {
            for (int i = 0; i < path.size(); i++) {
                int before = Math.max(0, i - 1);
                ink.line(path.x(before), path.y(before), path.x(i), path.y(i));
                ink.line(path.x(i), path.low(i), path.x(i), path.high(i));
            }
        }
    }

    @Override
    public void paintBelow(Canvas canvas, Frame frame) {
        if (hasBand()) {
            canvas.g().setColor(Theme.withAlpha(Palette.color(line.tint()), BAND));
            for (Path path : paths(frame)) {
                canvas.g().fill(path.band());
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        List<Path> paths = paths(frame);
        canvas.g().setColor(Palette.color(line.tint()));
        canvas.g().setStroke(Palette.stroke(line.style(), line.tint()));
        Path2D.Double curve = new Path2D.Double();
        for (Path path : paths) {
            path.appendTo(curve);
        }
        canvas.g().draw(curve);
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(line.label(), (g, box) -> {
            Color color = Palette.color(line.tint());
            if (hasBand()) {
                g.setColor(Theme.withAlpha(color, BAND));
                g.fill(new Rectangle2D.Double(box.getX() - 4, box.getY() + 1, box.getWidth() + 8, box.getHeight() - 2));
            }
            g.setColor(color);
            g.setStroke(Palette.stroke(line.style(), line.tint()));
            g.draw(new Line2D.Double(box.getMinX() - 4, box.getCenterY(), box.getMaxX() + 4, box.getCenterY()));
        });
    }

    /** Returns the pieces of the line between NaNs, in pixels. */
    private List<Path> paths(Frame frame) {
        List<Path> paths = new ArrayList<>();
        Path current = new Path(line.x().length);
        for (int i = 0; i < line.x().length; i++) {
            double px = frame.x().at(line.x()[i]);
            double py = frame.y().at(line.y()[i]);
            if (Frame.isDrawable(px, py)) {
                boolean isEnd = i + 1 == line.x().length || !Frame.isDrawable(line.x()[i + 1], line.y()[i + 1]);
                double error = error(i);
                current.add(px, py, frame.y().at(line.y()[i] - error), frame.y().at(line.y()[i] + error), isEnd);
            } else if (current.size() > 0) {
                paths.add(current);
                current = new Path(line.x().length - i);
            }
        }
        if (current.size() > 0) {
            paths.add(current);
        }
        return paths;
    }

    /** A piece of the line without breaks; what cannot be resolved is left out. */
    private static final class Path {
        private final double[] points;
        private int size;

        Path(int capacity) {
            points = new double[4 * capacity];
        }

        void add(double px, double py, double low, double high, boolean isEnd) {
            boolean isNear =
                    size > 0 && Math.abs(px - x(size - 1)) < RESOLUTION && Math.abs(py - y(size - 1)) < RESOLUTION;
            if (isNear && !isEnd) {
                return;
            }
            points[4 * size] = px;
            points[4 * size + 1] = py;
            points[4 * size + 2] = low;
            points[4 * size + 3] = high;
            size++;
        }

        int size() {
            return size;
        }

        double x(int i) {
            return points[4 * i];
        }

        double y(int i) {
            return points[4 * i + 1];
        }

        double low(int i) {
            return points[4 * i + 2];
        }

        double high(int i) {
            return points[4 * i + 3];
        }

        void appendTo(Path2D curve) {
            curve.moveTo(x(0), y(0));
            for (int i = 1; i < size; i++) {
                curve.lineTo(x(i), y(i));
            }
            if (size == 1) {
                // A lone point between breaks would not be seen.
                curve.moveTo(x(0) - 6, y(0));
                curve.lineTo(x(0) + 6, y(0));
            }
        }

        Path2D band() {
            Path2D.Double path = new Path2D.Double();
            path.moveTo(x(0), high(0));
            for (int i = 1; i < size; i++) {
                path.lineTo(x(i), high(i));
            }
            for (int i = size - 1; i >= 0; i--) {
                path.lineTo(x(i), low(i));
            }
            path.closePath();
            return path;
        }
    }
}

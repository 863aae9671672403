package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws histograms of one binning on top of each other, with the statistical error of their sum hatched. */
final class StackPainter implements LayerPainter {
    private static final double FILL = 0.72;

    private final List<Layer.Bins> layers;
    private final Binning binning;
    private final List<double[]> levels = new ArrayList<>();
    private final double[] error;

    /** Makes a painter of one layer or more; the first is the lowest. */
    StackPainter(List<Layer.Bins> layers) {
        this.layers = List.copyOf(layers);
        this.binning = layers.get(0).histogram().binning();
        int n = binning.bins();
        double[] level = new double[n];
        double[] variance = new double[n];
        levels.add(level);
        for (Layer.Bins layer : layers) {
            double[] contents = OutlinePainter.contents(layer);
            double[] next = level.clone();
            for (int i = 0; i < n; i++) {
                next[i] += contents[i];
                variance[i] += layer.histogram().sumW2(i + 1);
            }
            levels.add(next);
            level = next;
        }
        error = new double[n];
        for (int i = 0; i < n; i++) {
            error[i] = Math.sqrt(variance[i]);
        }
    }

    private double[] top() {
        return levels.get(levels.size() - 1);
    }

    private double[] shifted(int sign) {
        double[] out = top().clone();
        for (int i = 0; i < out.length; i++) {
            double shift = sign * error[i];
            out[i] += Double.isNaN(shift) || Double.isInfinite(shift) ? 0 : shift;
        }
        return out;
    }

    @Override
    public void extend(Extent x, Extent y) {
        x.addEdge(binning.low());
        x.addEdge(binning.high());
        y.addEdge(0);
        for (double[] level : levels) {
            for (double h : level) {
                y.add(h);
            }
        }
        for (double h : shifted(1)) {
            y.add(h);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        for (double[] level : levels) {
            BinShape.mark(ink, binning, level, frame);
        }
        BinShape.mark(ink, binning, shifted(1), frame);
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        Graphics2D g = canvas.g();
        for (int k = 0; k < layers.size(); k++) {
            g.setColor(fill(layers.get(k)));
            g.fill(BinShape.between(binning, levels.get(k), levels.get(k + 1), frame));
        }
        g.setStroke(Theme.HAIR);
        g.setColor(Theme.INK);
        for (int k = 1; k < levels.size(); k++) {
            g.draw(BinShape.outline(binning, levels.get(k), frame));
        }
        paintError(g, frame);
    }

    private void paintError(Graphics2D g, Frame frame) {
        Hatch hatch = new Hatch();
        double[] low = shifted(-1);
        double[] high = shifted(1);
        for (int i = 0; i < low.length; i++) {
            double y1 = frame.y().at(high[i]);
            double y2 = Math.min(frame.y().at(low[i]), frame.area().getMaxY());
            hatch.add(frame.x().at(binning.edge(i)), y1, frame.x().at(binning.edge(i + 1)), y2);
        }
        hatch.paint(g);
    }

    private static Color fill(Layer.Bins layer) {
        return Theme.tinted(Palette.color(layer.tint()), FILL);
    }

    /** From the top of the stack to its bottom, as they lie in the figure. */
    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        for (int k = layers.size() - 1; k >= 0; k--) {
            Color fill = fill(layers.get(k));
            entries.addAll(LegendEntry.of(layers.get(k).label(), (g, box) -> paintBox(g, box, fill)));
        }
        if (!entries.isEmpty()) {
            entries.addAll(LegendEntry.of("stat. error of sum", (g, box) -> {
                Hatch hatch = new Hatch();
                hatch.add(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
                hatch.paint(g);
            }));
        }
        return entries;
    }

    private static void paintBox(Graphics2D g, Rectangle2D box, Color fill) {
        g.setColor(fill);
        g.fill(box);
        g.setColor(Theme.INK);
        g.setStroke(Theme.HAIR);
        g.draw(box);
    }
}

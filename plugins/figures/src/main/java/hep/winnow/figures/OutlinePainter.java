package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import java.awt.Color;
import java.util.List;

/** Draws a histogram as a stepped outline with a light fill. */
final class OutlinePainter implements LayerPainter {
    private static final double FILL = 0.13;

    private final Layer.Bins bins;
    private final double fill;
    private final Binning binning;
    private final double[] height;

    /**
     * Makes a painter.
     *
     * @param bins the histogram
     * @param isFilled whether it gets its light fill, which would muddy a stack below it
     */
    OutlinePainter(Layer.Bins bins, boolean isFilled) {
        this.bins = bins;
        this.fill = isFilled ? FILL : 0;
        this.binning = bins.histogram().binning();
        this.height = contents(bins);
    }

    /** Returns the contents of the bins from left to right; what is not finite counts as zero. */
    static double[] contents(Layer.Bins bins) {
        double[] out = new double[bins.histogram().binning().bins()];
        for (int i = 0; i < out.length; i++) {
            double sum = bins.histogram().sumW(i + 1);
            out[i] = Double.isNaN(sum) || Double.isInfinite(sum) ? 0 : sum;
        }
        return out;
    }

    @Override
    public void extend(Extent x, Extent y) {
        x.addEdge(binning.low());
        x.addEdge(binning.high());
        y.addEdge(0);
        for (double h : height) {
            y.add(h);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        BinShape.mark(ink, binning, height, frame);
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        Color color = Palette.color(bins.tint());
        if (fill > 0) {
            canvas.g().setColor(Theme.withAlpha(color, fill));
            canvas.g().fill(BinShape.between(binning, new double[height.length], height, frame));
        }
        canvas.g().setColor(color);
        canvas.g().setStroke(Theme.OUTLINE);
        canvas.g().draw(BinShape.outline(binning, height, frame));
    }

    @Override
    public List<LegendEntry> legend() {
        Color color = Palette.color(bins.tint());
        return LegendEntry.of(bins.label(), (g, box) -> {
            g.setColor(Theme.withAlpha(color, fill));
            g.fill(box);
            g.setColor(color);
            g.setStroke(Theme.OUTLINE);
            g.draw(box);
        });
    }
}

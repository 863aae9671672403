package hep.winnow.figures;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.step.Interval;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Draws one figure: a plot of JFreeChart with axes and layers of our own, then title, legend and notes in free places. */
final class PanelPainter {
    /** Shares of the span that are left free above the data, tried until legend and notes stand free. */
    private static final double[] HEAD_ROOM = {0.06, 0.14, 0.24, 0.36, 0.5, 0.66, 0.85, 1.1, 1.5};

    private static final int X_TICKS = 7;
    private static final int Y_TICKS = 8;
    private static final int LOWER_Y_TICKS = 4;

    private final Canvas canvas;
    private final Figure figure;
    private final List<LayerPainter> painters;
    private final Optional<ColourScale> colourScale;
    private final Extent xExtent = new Extent();
    private final Extent yExtent = new Extent();

    PanelPainter(Canvas canvas, Figure figure) {
        this.canvas = canvas;
        this.figure = figure;
        this.painters = LayerPainters.of(figure.layers());
        this.colourScale = painters.stream()
                .map(LayerPainter::colourScale)
                .flatMap(Optional::stream)
                .findFirst();
        painters.forEach(p -> p.extend(xExtent, yExtent));
    }

    /** How the panel is laid out: the range of y, and where the blocks go. */
    private record Layout(Interval x, Interval y, FreePlaces places, boolean isBlank) {}

    /** Draws it on the panel. */
    void paint(Rectangle2D panel) {
        double right = colourScale.isPresent() ? Theme.RIGHT_WITH_COLOUR_BAR : Theme.RIGHT;
        if (figure.below().isEmpty()) {
            paint(panel, new Margins(Theme.TOP, right, Theme.BOTTOM), Optional.empty());
            return;
        }
        double high = panel.getHeight() - Theme.LOWER_HEIGHT;
        Rectangle2D upper = new Rectangle2D.Double(panel.getX(), panel.getY(), panel.getWidth(), high);
        Interval x = paint(upper, new Margins(Theme.TOP, right, Theme.LOWER_GAP), Optional.empty());
        Rectangle2D lower =
                new Rectangle2D.Double(panel.getX(), panel.getY() + high, panel.getWidth(), Theme.LOWER_HEIGHT);
        Figure below = figure.below().get();
        new PanelPainter(canvas, new Figure("", figure.x(), below.y(), below.layers(), below.notes()))
                .paint(lower, new Margins(0, right, Theme.BOTTOM), Optional.of(x));
    }

    /** What is left free around the plot, besides the left, which is the same for all. */
    private record Margins(double top, double right, double bottom) {
        Rectangle2D area(Rectangle2D panel) {
            return new Rectangle2D.Double(
                    panel.getX() + Theme.LEFT,
                    panel.getY() + top,
                    panel.getWidth() - Theme.LEFT - right,
                    panel.getHeight() - top - bottom);
        }
    }

    /**
     * Draws one plot, and returns the range of its horizontal axis.
     *
     * @param shared the range that it takes over from the panel above; empty for one of its own
     */
    private Interval paint(Rectangle2D panel, Margins margins, Optional<Interval> shared) {
        Rectangle2D area = margins.area(panel);
        List<Block> blocks = blocks(area);
        Layout layout = layout(area, blocks, shared);
        boolean isLower = shared.isPresent();
        FigureAxis x = new FigureAxis(
                canvas, figure.x(), layout.x(), X_TICKS, figure.below().isEmpty());
        FigureAxis y = new FigureAxis(canvas, figure.y(), layout.y(), isLower ? LOWER_Y_TICKS : Y_TICKS);
        plot(x, y, margins).draw(canvas.g(), (Rectangle2D) panel.clone(), null, null, null);
        x.drawMarks(area, RectangleEdge.BOTTOM);
        y.drawMarks(area, RectangleEdge.LEFT);
        Frame frame = new Frame(area, x.scale(area, RectangleEdge.BOTTOM), y.scale(area, RectangleEdge.LEFT));
        colourScale.ifPresent(scale -> ColourBar.paint(canvas, frame, scale));
        paintTitle(panel, area);
        paintBlocks(blocks, layout.places());
        if (layout.isBlank() && colourScale.isEmpty()) {
            paintNothing(area);
        }
        return layout.x();
    }

    private void paintNothing(Rectangle2D area) {
        canvas.text(
                "nothing to draw",
                Theme.LEGEND,
                area.getCenterX(),
                area.getCenterY(),
                Canvas.Align.CENTER,
                Theme.SOFT_INK);
    }

    private List<Block> blocks(Rectangle2D area) {
        List<LegendEntry> entries = new ArrayList<>();
        painters.forEach(p -> entries.addAll(p.legend()));
        List<Block> blocks = new ArrayList<>();
        if (!entries.isEmpty()) {
            blocks.add(new LegendBlock(canvas, entries, area.getWidth()));
        }
        if (!figure.notes().isEmpty()) {
            blocks.add(new NoteBlock(canvas, figure.notes(), area.getWidth()));
        }
        return blocks;
    }

    private Layout layout(Rectangle2D area, List<Block> blocks, Optional<Interval> shared) {
        double side = xExtent.isFilled() ? 0 : 0.03;
        Interval x = shared.orElseGet(() -> AxisRange.of(figure.x(), xExtent, side, side));
        boolean isField = colourScale.isPresent();
        boolean standsOnZero = yExtent.isFilled() && (isField || yExtent.low() >= 0);
        double below = standsOnZero ? 0 : 0.05;
        Layout best = null;
        for (double above : isField ? new double[] {0} : HEAD_ROOM) {
            Interval y = AxisRange.of(figure.y(), yExtent, below, above);
            Layout next = layout(area, blocks, x, y);
            if (best == null || next.places().covered() < best.places().covered()) {
                best = next;
            }
            if (best.places().covered() == 0 || !AxisRange.isFree(figure.y())) {
                break;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no head room was tried");
        }
        return best;
    }

    private Layout layout(Rectangle2D area, List<Block> blocks, Interval x, Interval y) {
        Frame frame = new Frame(
                area,
                new Scale(x.low(), x.high(), figure.x().isLog(), area.getMinX(), area.getMaxX()),
                new Scale(y.low(), y.high(), figure.y().isLog(), area.getMaxY(), area.getMinY()));
        InkMap ink = new InkMap(area);
        painters.forEach(p -> p.mark(ink, frame));
        boolean isBlank = ink.isBlank();
        return new Layout(x, y, FreePlaces.find(blocks, area, ink), isBlank);
    }

    private XYPlot plot(FigureAxis x, FigureAxis y, Margins margins) {
        XYPlot plot = new XYPlot(null, x, y, new XYLineAndShapeRenderer());
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace horizontal = new AxisSpace();
        horizontal.setLeft(Theme.LEFT);
        horizontal.setRight(margins.right());
        plot.setFixedRangeAxisSpace(horizontal);
        AxisSpace vertical = new AxisSpace();
        vertical.setTop(margins.top());
        vertical.setBottom(margins.bottom());
        plot.setFixedDomainAxisSpace(vertical);
        plot.setBackgroundPaint(Theme.PAPER);
        plot.setDomainGridlinePaint(Theme.GRID);
        plot.setDomainGridlineStroke(Theme.HAIR);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setRangeGridlineStroke(Theme.HAIR);
        plot.setRangeZeroBaselineVisible(yExtent.isFilled()
                && yExtent.low() < 0
                && colourScale.isEmpty()
                && !figure.y().isLog());
        plot.setRangeZeroBaselinePaint(Theme.SOFT_INK);
        plot.setRangeZeroBaselineStroke(Theme.HAIR);
        plot.setOutlinePaint(Theme.INK);
        plot.setOutlineStroke(Theme.FRAME);
        plot.addAnnotation(new LayerAnnotation(painters, canvas));
        return plot;
    }

    private void paintTitle(Rectangle2D panel, Rectangle2D area) {
        double room = panel.getWidth() - Theme.LEFT - Theme.RIGHT;
        double size = canvas.fittingSize(figure.title(), Theme.TITLE, Theme.LEAST_TEXT, room);
        canvas.text(
                canvas.shortened(figure.title(), size, room),
                size,
                area.getMinX(),
                area.getMinY() - 15,
                Canvas.Align.LEFT,
                Theme.INK);
    }

    /** Draws the blocks; where they could not be kept clear of ink they get a sheet of paper behind them. */
    private void paintBlocks(List<Block> blocks, FreePlaces places) {
        boolean isCovering = places.covered() > 0 || colourScale.isPresent();
        for (int i = 0; i < blocks.size(); i++) {
            Rectangle2D box = places.boxes().get(i);
            if (isCovering) {
                canvas.g().setColor(Theme.withAlpha(Theme.PAPER, 0.82));
                canvas.g()
                        .fill(new Rectangle2D.Double(
                                box.getX() - 8, box.getY() - 4, box.getWidth() + 16, box.getHeight() + 8));
            }
            blocks.get(i).paint(canvas, box.getX(), box.getY());
        }
    }
}

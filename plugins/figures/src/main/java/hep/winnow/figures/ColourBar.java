package hep.winnow.figures;

import hep.winnow.api.step.Interval;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The bar beside a field that tells its colours. */
final class ColourBar {
    private static final double GAP = 18;
    private static final double WIDTH = 24;

    private ColourBar() {}

    /** Draws the bar at the right of the frame. */
    static void paint(Canvas canvas, Frame frame, ColourScale colours) {
        Rectangle2D area = frame.area();
        Rectangle2D bar = new Rectangle2D.Double(area.getMaxX() + GAP, area.getMinY(), WIDTH, area.getHeight());
        Scale scale = colours.scale(bar.getMaxY(), bar.getMinY());
        for (int level = 0; level < ColourScale.LEVELS; level++) {
            double top = bar.getMinY();
            double bottom = bar.getMaxY() - level * bar.getHeight() / ColourScale.LEVELS;
            canvas.g().setColor(colours.color(level));
            canvas.g().fill(new Rectangle2D.Double(bar.getX(), top, WIDTH, bottom - top));
        }
        canvas.g().setColor(Theme.INK);
        if (!Double.isNaN(colours.threshold())) {
            double at = scale.at(colours.threshold());
            canvas.g().setStroke(Theme.OUTLINE);
            canvas.g().draw(new Line2D.Double(bar.getMinX(), at, bar.getMaxX(), at));
        }
        canvas.g().setStroke(Theme.FRAME);
        canvas.g().draw(bar);
        label(canvas, bar, scale, colours);
    }

    private static void label(Canvas canvas, Rectangle2D bar, Scale scale, ColourScale colours) {
        TickRow row = TickRow.of(new Interval(colours.low(), colours.high()), colours.isLog(), 6);
        for (Tick tick : row.ticks()) {
            if (tick.isMajor()) {
                double y = scale.at(tick.value());
                canvas.g().setStroke(Theme.FRAME);
                canvas.g().setColor(Theme.INK);
                canvas.g().draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() - 6, y));
                canvas.text(tick.label(), Theme.TICK_LABEL - 2, bar.getMaxX() + 6, y + 6, Canvas.Align.LEFT, Theme.INK);
            }
        }
        String power = row.exponent() == 0 ? "" : " [" + TickRow.powerOfTen(row.exponent()) + "]";
        String title = colours.label() + power;
        double size = canvas.fittingSize(title, Theme.AXIS_TITLE - 2, Theme.LEAST_TEXT, bar.getHeight());
        canvas.upwardText(
                canvas.shortened(title, size, bar.getHeight()),
                size,
                bar.getMaxX() + 92,
                bar.getMinY(),
                Canvas.Align.RIGHT,
                Theme.INK);
    }
}

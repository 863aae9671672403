package hep.winnow.figures;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.step.Interval;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A JFreeChart axis whose labels are written by our own pen: JFreeChart would ask the JDK for the size of fonts, which is not the same everywhere, and
 * {@code Math} for logarithms.
 */
final class FigureAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private static final double LABEL_GAP = 9;
    private static final double DIGIT_HEIGHT = 0.7;

    private final transient Canvas canvas;
    private final transient Axis axis;
    private final transient Interval interval;
    private final transient TickRow row;
    private final transient boolean isLabelled;

    FigureAxis(Canvas canvas, Axis axis, Interval interval, int wantedTicks) {
        this(canvas, axis, interval, wantedTicks, true);
    }

    /** Makes an axis; one that is not labelled shows its marks alone. */
    FigureAxis(Canvas canvas, Axis axis, Interval interval, int wantedTicks, boolean isLabelled) {
        this.canvas = canvas;
        this.axis = axis;
        this.interval = interval;
        this.isLabelled = isLabelled;
        this.row = TickRow.of(interval, axis.isLog(), wantedTicks);
        setRange(interval.low(), interval.high());
    }

    /** Returns the map from values to pixels. */
    Scale scale(Rectangle2D area, RectangleEdge edge) {
        return RectangleEdge.isTopOrBottom(edge)
                ? new Scale(interval.low(), interval.high(), axis.isLog(), area.getMinX(), area.getMaxX())
                : new Scale(interval.low(), interval.high(), axis.isLog(), area.getMaxY(), area.getMinY());
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return scale(area, edge).at(value);
    }

    @Override
    public double java2DToValue(double java2dValue, Rectangle2D area, RectangleEdge edge) {
        return scale(area, edge).valueAt(java2dValue);
    }

    /** Writes labels and title, and tells the plot where grid lines go. */
    @Override
    public AxisState draw(
            Graphics2D g2,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        AxisState state = new AxisState(cursor);
        List<ValueTick> ticks = new ArrayList<>();
        for (Tick tick : row.ticks()) {
            if (tick.isMajor()) {
                ticks.add(new NumberTick(
                        TickType.MAJOR, tick.value(), tick.label(), TextAnchor.CENTER, TextAnchor.CENTER, 0));
            }
        }
        state.setTicks(ticks);
        if (!isLabelled) {
            return state;
        }
        if (RectangleEdge.isTopOrBottom(edge)) {
            writeBelow(dataArea, scale(dataArea, edge));
        } else {
            writeBeside(plotArea, dataArea, scale(dataArea, edge));
        }
        return state;
    }

    private void writeBelow(Rectangle2D area, Scale scale) {
        double base = area.getMaxY() + LABEL_GAP + Theme.TICK_LABEL * DIGIT_HEIGHT;
        for (Tick tick : row.ticks()) {
            canvas.text(tick.label(), Theme.TICK_LABEL, scale.at(tick.value()), base, Canvas.Align.CENTER, Theme.INK);
        }
        String title = title();
        double size = canvas.fittingSize(title, Theme.AXIS_TITLE, Theme.LEAST_TEXT, area.getWidth());
        canvas.text(
                canvas.shortened(title, size, area.getWidth()),
                size,
                area.getMaxX(),
                area.getMaxY() + Theme.BOTTOM - 21,
                Canvas.Align.RIGHT,
                Theme.INK);
    }

    private void writeBeside(Rectangle2D plotArea, Rectangle2D area, Scale scale) {
        double right = area.getMinX() - LABEL_GAP;
        double titleBase = plotArea.getMinX() + Theme.AXIS_TITLE + 8;
        double size = Theme.TICK_LABEL;
        for (Tick tick : row.ticks()) {
            size = Math.min(size, canvas.fittingSize(tick.label(), size, 9, right - titleBase - 8));
        }
        for (Tick tick : row.ticks()) {
            canvas.text(
                    tick.label(),
                    size,
                    right,
                    scale.at(tick.value()) + size * DIGIT_HEIGHT / 2,
                    Canvas.Align.RIGHT,
                    Theme.INK);
        }
        String title = title();
        double titleSize = canvas.fittingSize(title, Theme.AXIS_TITLE, Theme.LEAST_TEXT, area.getHeight());
        canvas.upwardText(
                canvas.shortened(title, titleSize, area.getHeight()),
                titleSize,
                titleBase,
                area.getMinY(),
                Canvas.Align.RIGHT,
                Theme.INK);
    }

    /** Returns the title with the unit, and the power of ten that the labels leave out, in brackets. */
    private String title() {
        String power = row.exponent() == 0 ? "" : TickRow.powerOfTen(row.exponent());
        String unit = axis.unit();
        if (unit.isBlank() && power.isEmpty()) {
            return axis.title();
        }
        String gap = unit.isBlank() || power.isEmpty() ? "" : " ";
        return (axis.title() + " [" + power + gap + unit + "]").stripLeading();
    }

    /** Draws the marks, inside the frame and on both sides of it; they belong on top of all data. */
    void drawMarks(Rectangle2D area, RectangleEdge edge) {
        Scale scale = scale(area, edge);
        Path2D.Double marks = new Path2D.Double();
        for (Tick tick : row.ticks()) {
            double length = tick.isMajor() ? Theme.TICK : Theme.MINOR_TICK;
            double at = scale.at(tick.value());
            if (RectangleEdge.isTopOrBottom(edge)) {
                marks.append(new Line2D.Double(at, area.getMaxY(), at, area.getMaxY() - length), false);
                marks.append(new Line2D.Double(at, area.getMinY(), at, area.getMinY() + length), false);
            } else {
                marks.append(new Line2D.Double(area.getMinX(), at, area.getMinX() + length, at), false);
                marks.append(new Line2D.Double(area.getMaxX(), at, area.getMaxX() - length, at), false);
            }
        }
        canvas.g().setColor(Theme.INK);
        canvas.g().setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        canvas.g().draw(marks);
    }
}

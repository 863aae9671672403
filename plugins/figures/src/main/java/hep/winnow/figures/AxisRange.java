package hep.winnow.figures;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.step.Interval;
import org.jspecify.annotations.Nullable;

/** Chooses what an axis shows. */
final class AxisRange {
    /** A logarithmic axis shows at most this many decades of its own choice. */
    private static final double MOST_DECADES = 9;

    private static final Interval NOTHING = new Interval(0, 1);
    private static final Interval NOTHING_LOG = new Interval(0.1, 10);

    private AxisRange() {}

    /** Returns whether the axis can be raised to make room: its range is not given. */
    static boolean isFree(Axis axis) {
        return given(axis) == null;
    }

    /**
     * Returns the range of an axis.
     *
     * @param axis its own range goes first, as far as it can be shown
     * @param extent the values to show
     * @param below what is left free below the values, over their span
     * @param above what is left free above them
     */
    static Interval of(Axis axis, Extent extent, double below, double above) {
        Interval given = given(axis);
        if (given != null) {
            return given;
        }
        return axis.isLog() ? logarithmic(extent, above) : linear(extent, below, above);
    }

    private static @Nullable Interval given(Axis axis) {
        Interval range = axis.range().orElse(null);
        if (range == null || !axis.isLog() || range.low() > 0) {
            return range;
        }
        return range.high() > 0 ? new Interval(range.high() / 1e4, range.high()) : null;
    }

    private static Interval linear(Extent extent, double below, double above) {
        if (extent.isEmpty()) {
            return NOTHING;
        }
        double low = extent.low();
        double high = extent.high();
        if (!(high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-12)) {
            double half = low == 0 ? 1 : Math.abs(low) / 2;
            return low >= 0 && extent.isFilled() ? new Interval(0, high + half) : new Interval(low - half, high + half);
        }
        double span = high - low;
        return new Interval(low - below * span, high + above * span);
    }

    private static Interval logarithmic(Extent extent, double above) {
        if (Double.isInfinite(extent.leastPositive())) {
            return NOTHING_LOG;
        }
        double top = StrictMath.log10(extent.high());
        double bottom = Math.max(StrictMath.log10(extent.leastPositive()), top - MOST_DECADES);
        double margin = extent.isFilled() ? 0.3 : 0.05 * (top - bottom);
        bottom -= Math.max(margin, 0.02);
        double span = Math.max(top - bottom, 0.5);
        return new Interval(StrictMath.pow(10, bottom), StrictMath.pow(10, top + Math.max(above, 0.03) * span));
    }
}

package hep.winnow.neural.optimise;

import java.util.function.DoubleFunction;

/**
 * A line search for the strong Wolfe conditions f(t) ≤ f(0) + {@value #DECREASE}·t·f'(0) and |f'(t)| ≤ {@value #CURVATURE}·|f'(0)| (Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6), with cubic
 * interpolation, outwards too, and the safeguards of minFunc and PyTorch. The first length that is tried is taken wherever it meets them.
 */
final class WolfeSearch {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int MOST_POINTS = 25;
    /** A trial within this part of the bracket from its ends is near them. */
    private static final double MARGIN = 0.1;
    /** Where the function still falls, the next length is the last one and at least this part of the stride before, */
    private static final double LEAST_STRIDE = 0.01;
    /** and at most so many times the last one. */
    private static final double MOST_STRIDE = 10;

    private final Point start;
    private final DoubleFunction<Point> function;
    private int points;

    /**
     * A point on the line.
     *
     * @param length t
     * @param value f(t)
     * @param slope f'(t)
     * @param gradient the whole gradient there
     */
    record Point(double length, double value, double slope, double[] gradient) {}

    private WolfeSearch(Point start, DoubleFunction<Point> function) {
        this.start = start;
        this.function = function;
    }

    /**
     * Returns a point that meets the conditions; after {@value #MOST_POINTS} points the lowest found that has fallen enough, or {@code start}.
     *
     * @param start at length 0, with a slope below 0
     * @param first length to try, above 0
     */
    static Point along(Point start, double first, DoubleFunction<Point> function) {
        return new WolfeSearch(start, function).search(first);
    }

    private Point search(double first) {
        Point last = start;
        double length = first;
        while (points < MOST_POINTS) {
            Point point = at(length);
            if (!hasFallen(point) || points > 1 && point.value >= last.value) {
                return zoom(last, point);
            }
            if (isFlat(point)) {
                return point;
            }
            if (point.slope >= 0) {
                return zoom(point, last);
            }
            length = clamp(
                    cubicMinimum(last, point), length + LEAST_STRIDE * (length - last.length), MOST_STRIDE * length);
            last = point;
        }
        return last;
    }

    /** Between {@code low}, the lowest point known that has fallen enough, and {@code high} there is one that meets the conditions. */
    private Point zoom(Point from, Point to) {
        Point low = from;
        Point high = to;
        boolean wasNearEnd = false;
        while (points < MOST_POINTS && low.length != high.length) {
            double least = Math.min(low.length, high.length);
            double most = Math.max(low.length, high.length);
            double margin = MARGIN * (most - least);
            double length = clamp(cubicMinimum(low, high), least, most);
            // Once it may come near an end, but not twice in a row, nor to the end itself.
            boolean isNearEnd = length < least + margin || length > most - margin;
            if (isNearEnd && (wasNearEnd || length <= least || length >= most)) {
                length = clamp(length, least + margin, most - margin);
                isNearEnd = false;
            }
            wasNearEnd = isNearEnd;
            Point point = at(length);
            if (!hasFallen(point) || point.value >= low.value) {
                high = point;
                continue;
            }
            if (isFlat(point)) {
                return point;
            }
            if (point.slope * (high.length - low.length) >= 0) {
                high = low;
            }
            low = point;
        }
        return low;
    }

    private Point at(double length) {
        points++;
        return function.apply(length);
    }

    /** False for NaN. */
    private boolean hasFallen(Point point) {
        return point.value <= start.value + DECREASE * point.length * start.slope;
    }

    private boolean isFlat(Point point) {
        return Math.abs(point.slope) <= -CURVATURE * start.slope;
    }

    /** Returns where the cubic through both points and slopes has its minimum; NaN where it has none. */
    private static double cubicMinimum(Point a, Point b) {
        double width = b.length - a.length;
        double d1 = a.slope + b.slope - 3 * (b.value - a.value) / width;
        double square = d1 * d1 - a.slope * b.slope;
        double root = Math.copySign(Math.sqrt(square), width);
        return b.length - width * (b.slope + root - d1) / (b.slope - a.slope + 2 * root);
    }

    /** Returns the nearest number to {@code x} from {@code least} to {@code most}; their middle for NaN. */
    private static double clamp(double x, double least, double most) {
        return Double.isNaN(x) ? (least + most) / 2 : Math.max(least, Math.min(most, x));
    }
}

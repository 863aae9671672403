package hep.winnow.figures;

/** The range of the values along one axis that a figure must show. What is not finite is passed over. */
final class Extent {
    /** Beyond this, differences could overflow. */
    private static final double HUGE = 1e300;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;
    private boolean isFilled;

    /** Takes a value in. */
    void add(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        double v = Math.max(-HUGE, Math.min(HUGE, value));
        low = Math.min(low, v);
        high = Math.max(high, v);
        if (v > 0) {
            leastPositive = Math.min(leastPositive, v);
        }
    }

    /** Takes a value in whose neighbourhood is filled down to zero or up to an edge, so that no margin is wanted there. */
    void addEdge(double value) {
        add(value);
        isFilled = true;
    }

    boolean isEmpty() {
        return !(low <= high);
    }

    /** Tells whether the range has edges of bins or cells, which are shown without a margin. */
    boolean isFilled() {
        return isFilled;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** Returns the least positive value, or infinity. */
    double leastPositive() {
        return leastPositive;
    }
}

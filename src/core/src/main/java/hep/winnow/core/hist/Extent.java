package hep.winnow.core.hist;

/** The range of finite values. */
final class Extent {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;

    /** Takes a value in; what is not finite is passed over. */
    void add(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            if (value > 0) {
                leastPositive = Math.min(leastPositive, value);
            }
        }
    }

    /** Takes the values of another in. */
    void add(Extent other) {
        low = Math.min(low, other.low);
        high = Math.max(high, other.high);
        leastPositive = Math.min(leastPositive, other.leastPositive);
    }

    boolean isEmpty() {
        return !(low <= high);
    }

    /** Returns the smallest finite value; infinity if there is none. */
    double low() {
        return low;
    }

    /** Returns the largest finite value; minus infinity if there is none. */
    double high() {
        return high;
    }

    /** Returns the least value above zero; infinity if there is none. */
    double leastPositive() {
        return leastPositive;
    }
}

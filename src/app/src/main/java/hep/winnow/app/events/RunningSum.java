package hep.winnow.app.events;

/**
 * A sum that carries what rounding takes off each addition along (Neumaier, Z. angew. Math. Mech. 54 (1974) 39): its error does not grow with the number of values.
 */
final class RunningSum {
    private double sum;
    private double lost;

    /** Adds a finite number. */
    void add(double x) {
        double next = sum + x;
        lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
        sum = next;
    }

    /** Returns the sum; infinite where it is beyond the doubles. */
    double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}

package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;

/**
 * A relativistic Breit-Wigner with fixed width: the density in q² is 1 / ((q² - m²)² + m² Γ²).
 *
 * @param m mass of the pole, in GeV
 * @param width in GeV
 */
record BreitWigner(double m, double width) {
    static final BreitWigner W = new BreitWigner(80.38, 2.09);
    static final BreitWigner TOP = new BreitWigner(172.5, 1.4);

    /** Returns a mass in [{@code low}, {@code high}]. */
    double mass(double low, double high, RandomStream random) {
        double a = angle(low);
        double t = StrictMath.tan(a + (angle(high) - a) * random.nextDouble());
        double q = Math.sqrt(Math.max(0, m * (m + width * t)));
        return Math.min(Math.max(q, low), high);
    }

    /** Returns which fraction of the whole density in q², from minus to plus infinity, lies between both masses. */
    double fraction(double low, double high) {
        return (angle(high) - angle(low)) / Math.PI;
    }

    private double angle(double q) {
        return StrictMath.atan((q - m) * (q + m) / (m * width));
    }
}

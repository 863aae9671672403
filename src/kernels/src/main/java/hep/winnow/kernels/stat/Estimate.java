package hep.winnow.kernels.stat;

/**
 * A number with its standard error.
 *
 * @param value NaN if it cannot be told
 * @param error at least 0, or NaN
 */
public record Estimate(double value, double error) {
    /** What cannot be told. */
    public static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN);

    /** Returns this less {@code other}, which must be independent of it: errors add in quadrature. */
    public Estimate minus(Estimate other) {
        return new Estimate(value - other.value, Math.sqrt(error * error + other.error * other.error));
    }

    /** Returns this times a number that is known exactly. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, error * Math.abs(factor));
    }

    /** Returns the value in units of its error: 0 if both are 0, infinite if only the error is. */
    public double sigma() {
        return value == 0 && error == 0 ? 0 : value / error;
    }
}

package hep.winnow.api.step;

/** A range {@code low..high} of numbers, {@code low < high}, both finite. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range must rise, found " + low + ".." + high);
        }
    }
}

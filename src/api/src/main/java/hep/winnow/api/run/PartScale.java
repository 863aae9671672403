package hep.winnow.api.run;

/**
 * The factor that takes a yield in one part of a split to the whole, and its standard error from the events' weights.
 *
 * @param factor Σw of the whole over Σw of the part; 1 for events that are not split
 * @param error its standard error
 */
public record PartScale(double factor, double error) {
    /** The scale of what is not split. */
    public static final PartScale ONE = new PartScale(1, 0);
}

package hep.winnow.core.model;

/**
 * What an input gets where it is missing.
 *
 * @param kind which statistic of the train part, or a number
 * @param value the number, for {@link Kind#VALUE}
 */
public record FillRule(Kind kind, double value) {
    /** Where the filled-in number comes from. */
    public enum Kind {
        NONE,
        MEDIAN,
        MEAN,
        VALUE
    }

    /** Missing values are not filled. */
    public static final FillRule NONE = new FillRule(Kind.NONE, Double.NaN);

    /** The median of the train part. */
    public static final FillRule MEDIAN = new FillRule(Kind.MEDIAN, Double.NaN);

    /** The mean of the train part. */
    public static final FillRule MEAN = new FillRule(Kind.MEAN, Double.NaN);

    /** Returns the rule that fills in a number. */
    public static FillRule value(double number) {
        return new FillRule(Kind.VALUE, number);
    }
}

package hep.winnow.core.model.transform;

/**
 * A transform that has been fitted. What it makes of an event depends on that event alone, bit by bit. NaN stays NaN, in every output that depends on it. Immutable, and safe for several
 * threads.
 */
public sealed interface FittedTransform permits Affine, Rotation, Quantiles {
    /** Returns its word in a macro. */
    String word();

    /** Returns the number of columns that it takes. */
    int inputs();

    /** Returns the number of columns that it makes. */
    int outputs();

    /**
     * Transforms events.
     *
     * @param values one array per input ({@link #inputs()} x {@code n} or longer), read only
     * @param n number of events
     * @return one new array per output ({@link #outputs()} x {@code n})
     */
    double[][] apply(double[][] values, int n);

    /**
     * Undoes {@link #apply}: exactly up to rounding where it can be undone; else as near as can be (components that were left out are 0, what lies beyond a distribution's
     * ends comes back as the end).
     *
     * @param values one array per output ({@link #outputs()} x {@code n} or longer), read only
     * @param n number of events
     * @return one new array per input ({@link #inputs()} x {@code n})
     */
    double[][] invert(double[][] values, int n);
}

package hep.winnow.api.function;

/** A function of the macro language that works event by event on numbers, such as {@code delta_phi}. */
public interface EventFunction {
    /** Returns its name: lower case with underscores. */
    String name();

    /** Returns its call, such as {@code delta_phi(phi1, phi2)}. */
    String usage();

    /** Returns what it gives, in one sentence, with units and range. */
    String doc();

    /** Returns the least number of arguments. */
    int minArguments();

    /** Returns the greatest number of arguments; {@link Integer#MAX_VALUE} for any. */
    int maxArguments();

    /** Returns a problem with that number of arguments, such as "a multiple of four"; empty if there is none. */
    default String checkArguments(int count) {
        return "";
    }

    /**
     * Tells whether the result is a condition: then 0 is false, NaN is false too and counts as a comparison that met a
     * missing value, and anything else is true.
     */
    default boolean isCondition() {
        return false;
    }

    /** Tells whether conditions may be arguments: they then count as 0 or 1. */
    default boolean takesConditions() {
        return false;
    }

    /**
     * Evaluates a run of events. NaN in an argument gives NaN, unless the function says otherwise.
     *
     * @param arguments one array per argument; only the first {@code n} values count
     * @param n number of events
     * @param out results, written; may be one of the arguments
     */
    void apply(double[][] arguments, int n, double[] out);
}

package hep.winnow.imports.xgboost;

/** What is summed up of an event, before the objective. Immutable. */
interface Margin {
    /**
     * Adds to margins.
     *
     * @param x events, one behind the other
     * @param offset where the event begins
     * @param margins one per output, with the base score in them
     */
    void add(float[] x, int offset, float[] margins);

    int parameters();
}

package hep.winnow.api.learn;

/** What training does with events of negative weight. */
public enum NegativeWeights {
    /** They count with their sign. */
    KEEP,
    /** They are left out, and counted. */
    IGNORE,
    /** They count with the weight's absolute value. */
    ABS,
    /** They stop the run. */
    ERROR
}

package hep.winnow.api.step;

/** What to do with a row that cannot be read. */
public enum OnBad {
    /** Stop, and name it. */
    ERROR,
    /** Leave it out, and count it. */
    SKIP
}

package hep.winnow.api.step;

/** What to do with an event whose id an earlier event of the sample has. */
public enum Duplicates {
    /** Keep it, and warn; only the first millions of events are looked at. */
    WARN,
    /** Leave it out, and count it. */
    DROP,
    /** Stop, and name it. */
    ERROR,
    /** Keep it, and do not look. */
    KEEP
}

package hep.winnow.api.event;

/** What the events of a sample are to the analysis. */
public enum Role {
    SIGNAL,
    BACKGROUND,
    /** Recorded events: never trained on, never split, never weighted by a cross-section. */
    DATA
}

package hep.winnow.api.event;

/** The part of a split that an event belongs to. */
public enum Part {
    TRAIN,
    VALID,
    TEST
}

package hep.winnow.core.verbs;

/** A word for a switch. */
public enum YesNo {
    YES,
    NO
}

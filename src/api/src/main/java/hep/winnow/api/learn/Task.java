package hep.winnow.api.learn;

/** What is learnt. */
public enum Task {
    /** Signal (label 1) against background (label 0). */
    BINARY,
    /** One of several classes: labels 0 to n - 1. */
    MULTICLASS,
    /** A number. */
    REGRESSION,
    /** How the inputs lie, from themselves alone: there are no classes and no target, all labels are 0. */
    UNSUPERVISED
}

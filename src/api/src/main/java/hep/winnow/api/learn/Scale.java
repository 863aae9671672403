package hep.winnow.api.learn;

/** How inputs are scaled before they reach a learner; fitted on the train part with its weights, and kept in the model. */
public enum Scale {
    /** Mean 0 and standard deviation 1; a constant input becomes 0. */
    STANDARD,
    /** From 0 to 1 over the train part. */
    MINMAX,
    /** As they are. */
    NONE
}

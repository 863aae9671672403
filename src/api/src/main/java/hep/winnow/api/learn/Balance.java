package hep.winnow.api.learn;

/** How the weights of the classes stand to each other in training. */
public enum Balance {
    /** Each class is scaled to the same sum of weights, and the mean weight is 1. */
    EQUAL_SUMW,
    /** Physical weights, scaled to a mean of 1 over all events. */
    NONE
}

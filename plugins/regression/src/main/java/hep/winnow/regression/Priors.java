package hep.winnow.regression;

/** How likely each class is before its event is seen. */
public enum Priors {
    /** By the sums of the training weights: equal ones with balance=equal_sumw. */
    WEIGHTED,
    /** All alike. */
    EQUAL
}

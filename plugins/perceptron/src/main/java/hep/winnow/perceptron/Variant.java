package hep.winnow.perceptron;

/** Which of the weights that the rule passes through become the model. */
public enum Variant {
    /** The last ones (Rosenblatt 1958). */
    ROSENBLATT,
    /** The mean over all events of all epochs (Freund and Schapire 1999). */
    AVERAGED,
    /** Those with the least error on the train part, among those that were right longest and samples of the others (Gallant 1990, with ratchet). */
    POCKET
}

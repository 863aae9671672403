package hep.winnow.neural.train;

/** What moves the parameters, one pass over the train part at a time. */
interface Epochs {
    /** Makes a pass; returns whether another can change anything. {@code epoch} is 1 for the first. */
    boolean run(int epoch);
}

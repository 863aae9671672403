package hep.winnow.neural.loss;

/** A term of the loss that couples the events of a batch, and so is no mean over them. */
public interface BatchTerm {
    /**
     * Returns the term for a batch.
     *
     * @param z the network's only output for each event of the batch
     * @param events the batch's events are {@code events[first]} to {@code events[end - 1]}
     * @param slope its gradient by {@code z}, one per event of the batch, written
     */
    double of(float[] z, int[] events, int first, int end, double[] slope);

    /** Returns the term for all events at once, or for many of them that stand for all; {@code score} has one score per event. */
    double ofAll(double[] score);
}

package hep.winnow.core.run;

import hep.winnow.api.learn.Examples;
import hep.winnow.core.model.PipelineFitter;

/**
 * A train part and a valid part that are ready for a learner.
 *
 * @param train the examples to learn from
 * @param valid the others; may be empty
 * @param fitted what the inputs went through
 * @param counts what is told of the train part
 * @param files gives the files back that the examples lie in, if they do
 */
record Prepared(Examples train, Examples valid, PipelineFitter.Fitted fitted, Counts counts, Runnable files) {
    /**
     * What is told of a train part.
     *
     * @param events how many take part
     * @param dropped how many were left out for their weight
     * @param ofClass events by class
     * @param sumW sum of weights
     */
    record Counts(long events, long dropped, long[] ofClass, double sumW) {}
}

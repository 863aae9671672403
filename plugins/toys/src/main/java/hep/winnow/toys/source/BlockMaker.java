package hep.winnow.toys.source;

import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import java.util.List;

/** Makes the events of one block. Called on several threads at once. */
@FunctionalInterface
public interface BlockMaker {
    /**
     * Returns all columns of a source, each of {@code n} values. Events are made in order, so that a shorter block is the beginning of
     * a longer one.
     *
     * @param random the block's own stream
     * @param first index of the block's first event in the sample, from 0
     * @param n number of events, at least 1
     */
    List<Column> make(RandomStream random, long first, int n);
}

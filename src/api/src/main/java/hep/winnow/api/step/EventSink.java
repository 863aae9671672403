package hep.winnow.api.step;

import hep.winnow.api.run.StepContext;

/**
 * Where an {@link EventStep} puts what its blocks hold as they come, so that no more than the blocks in flight is held in memory: a file. Used by one thread at a time.
 *
 * @param <P> what is gathered from a block
 */
public interface EventSink<P> extends AutoCloseable {
    /**
     * Takes what one block held; blocks come in order, those of one scope at least.
     *
     * @param scope index of the scope, as in {@link EventStep#collect}
     */
    void accept(int scope, P part);

    /** Called once, when all blocks have come: puts the result in its place, and tells of it. */
    void finish(StepContext context);

    /** Called last, also where the run failed: then nothing is left behind. */
    @Override
    void close();
}

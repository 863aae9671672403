package hep.winnow.api.event;

import java.io.IOException;
import java.util.Optional;

/** Hands out the blocks of a source one after the other. Used by one thread at a time; it may read ahead on others. */
public interface BlockReader extends AutoCloseable {
    /** Returns the next block of at least one event, in order, or empty at the end. */
    Optional<EventBlock> next() throws IOException;

    /**
     * Returns which of the source's {@link EventSource#parts()} the block that {@link #next} returned last is of. Parts come in order, and no block holds events of two of them.
     */
    default int part() {
        return 0;
    }

    @Override
    void close() throws IOException;
}

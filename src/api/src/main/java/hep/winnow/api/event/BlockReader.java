package hep.winnow.api.event;

import java.io.IOException;
import java.util.Optional;

/** Hands out the blocks of a source one after the other. Used by one thread at a time; it may read ahead on others. */
public interface BlockReader extends AutoCloseable {
    /** Returns the next block of at least one event, in order, or empty at the end. */
    Optional<EventBlock> next() throws IOException;

    @Override
    void close() throws IOException;
}

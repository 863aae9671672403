package hep.winnow.api.event;

import java.io.IOException;

/** Writes events to a file, block by block. Used by one thread at a time; it holds no more of them than its format needs. */
public interface EventWriter extends AutoCloseable {
    /** Writes the events of a block, of whatever size, whose columns are those of the file's {@link EventFileHead}. */
    void write(EventBlock block) throws IOException;

    /** Called once, behind the last block: completes the file. */
    void finish() throws IOException;

    /** Called last, also where writing failed: closes what is open. What lies in the file then does not matter. */
    @Override
    void close() throws IOException;
}

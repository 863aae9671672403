package hep.winnow.api.event;

import hep.winnow.api.run.Workers;

/** What a reader may use, and where it tells of rows that it could not read. */
public interface ReadContext {
    /** Returns threads for reading ahead. */
    Workers workers();

    /**
     * Tells of a row that cannot be read. Depending on the user's policy this throws a
     * {@link hep.winnow.api.diagnostic.UserError}, or it counts the row, which the reader then leaves out.
     *
     * @param file the file
     * @param line 1-based line number in the (uncompressed) file
     * @param reason what is wrong with it
     */
    void badRow(String file, long line, String reason);

    /** Tells how far reading is, for progress; {@code bytes} of the files on disk have been consumed since the last call. */
    default void progressed(long bytes) {}
}

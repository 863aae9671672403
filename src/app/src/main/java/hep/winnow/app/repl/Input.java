package hep.winnow.app.repl;

import java.util.Optional;

/** Where the lines of a session come from. */
interface Input extends AutoCloseable {
    /**
     * Returns the next statement, which may have several lines, without its line end; empty at the end.
     *
     * @param line number of the statement's first line in the macro, for the prompt
     */
    Optional<String> read(int line);

    /** Calls {@code stop} on Ctrl-C while {@code work} is done. */
    void during(Runnable work, Runnable stop);

    @Override
    void close();
}

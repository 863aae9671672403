package hep.winnow.core.run;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.EpochReport;
import java.util.List;

/** Who watches a run: the terminal, a desktop, a test. Calls come one at a time, in order. */
public interface RunListener {
    /** A statement printed something. */
    default void text(int line, String text) {}

    /** Something that the user should know. */
    default void warning(int line, String message) {}

    /** A statement is about to be carried out, after what it needs has been read. */
    default void began(int line, String statement) {}

    /**
     * Reading goes on.
     *
     * @param sample that is read
     * @param events so far
     * @param bytes of its files so far
     * @param totalBytes of its files; 0 if it has none
     */
    default void reading(String sample, long events, long bytes, long totalBytes) {}

    /** What {@link #reading} or {@link #epoch} told of last is done. */
    default void progressDone() {}

    /** An epoch of a training is done. */
    default void epoch(String model, EpochReport report, int epochs) {}

    /** Asked after each epoch: whether the training at hand shall end, with the best epoch so far. */
    default boolean stopsTraining() {
        return false;
    }

    /** Columns that the host asked for are there: of a scope, one for each name. */
    default void columns(String scope, List<String> names, EventTable table) {}

    /** A listener that does nothing. */
    RunListener SILENT = new RunListener() {};
}

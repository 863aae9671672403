package hep.winnow.core.run;

import hep.winnow.api.learn.EpochReport;

/** Who watches a run: the terminal, a desktop, a test. Calls come one at a time, in order. */
public interface RunListener {
    /** A statement printed something. */
    default void text(int line, String text) {}

    /** Something that the user should know. */
    default void warning(int line, String message) {}

    /**
     * Work goes on.
     *
     * @param what such as {@code reading sig} or {@code training nn}
     * @param done so far
     * @param total of all, or 0 if it is not known
     * @param note such as losses; may be empty
     */
    default void progress(String what, long done, long total, String note) {}

    /** What {@link #progress} told of last is done. */
    default void progressDone() {}

    /** An epoch of a training is done. */
    default void epoch(String model, EpochReport report, int epochs) {}

    /** A listener that does nothing. */
    RunListener SILENT = new RunListener() {};
}

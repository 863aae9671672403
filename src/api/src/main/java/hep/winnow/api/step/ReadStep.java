package hep.winnow.api.step;

import hep.winnow.api.event.EventSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A step that reads the events of files of one format: a record with {@code @Verb(value = "read", kind = …)}, whose kind is the format's name, brought
 * by an {@link EventFormat}. A macro writes {@code read NAME from …}, and the format is told from the first bytes of the first file, or
 * {@code read NAME = kind from …}, and it is not asked for. Options that only this format has are options of the record.
 *
 * <p>The framework finds the files, and gives {@link ReadOptions} their effect: a format knows nothing of globs, of {@code rows=} and of {@code on_bad=}.
 */
public non-sealed interface ReadStep extends SampleStep {
    /** Returns what stands behind {@code from}: {@code @Operand(keyword = "from")}. */
    List<InputFile> from();

    /** Returns the options that all formats share: {@code @Inline}. */
    ReadOptions reading();

    /**
     * Returns the names of the tables in the files, in their order, where a file of this format can hold several: {@code table="NAME"} then is an option of the step, and says which of
     * them is read. Empty, as it is here, for a format of one table per file.
     *
     * @param files as for {@link #open}; the first one tells
     * @throws hep.winnow.api.diagnostic.UserError if the file is damaged
     */
    default List<String> tables(List<Path> files) {
        return List.of();
    }

    /** Tells whether a file of this format can hold several tables, or none, and {@link #tables} names them. */
    default boolean holdsTables() {
        return false;
    }

    /** Tells whether files of this format can lie on a server: whether they are read through channels and streams of {@link java.nio.file.Files} alone. They cannot, as it is here, where a file is mapped, or handed to a library by its name. */
    default boolean readsRemote() {
        return false;
    }

    /**
     * Opens the files: called while the macro is checked, it reads headers, not events. The source hands out blocks of the columns that are asked for alone,
     * knows its {@link EventSource#events()} where the files tell, and lists all its {@link EventSource#files()}.
     *
     * @param files what {@code from} stands for, at least one: a glob's files sorted by path, a folder as itself; those of web addresses are of a file system of their own
     * @throws hep.winnow.api.diagnostic.UserError if a file is damaged or does not fit the others: with its path, what was found (and at which byte), and what was expected
     */
    EventSource open(List<Path> files);
}

package hep.winnow.api.run;

import java.nio.file.Path;

/** A file that is being written under a temporary name. */
public interface PendingFile extends AutoCloseable {
    /** Returns the temporary file, which does not exist yet and ends as the file's name does; its folder is made, unless it is there. */
    Path path();

    /** Moves the file into place; whoever wrote it has closed it. */
    void commit();

    /** Deletes the temporary file, unless it was moved into place. */
    @Override
    void close();
}

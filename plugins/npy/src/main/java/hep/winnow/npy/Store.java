package hep.winnow.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of one array lie: a file, or the member of an archive. */
interface Store {
    /** Returns the file. */
    Path file();

    /** Returns what it is called in errors: the file, and the member of an archive. */
    String where();

    /** Returns how many bytes there are, header included. */
    long length();

    /** Returns the bytes from an offset on. */
    InputStream open(long offset) throws IOException;
}

package hep.winnow.npy;

import hep.winnow.api.event.Column;
import java.io.IOException;

/** Makes the columns of blocks of the bytes that were read. */
interface Shaper {
    /** Returns the column of the next {@code n} events. */
    Column column(int n);

    /** Closes what it opened itself. */
    default void close() throws IOException {}
}

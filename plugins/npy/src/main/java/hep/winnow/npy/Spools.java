package hep.winnow.npy;

import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The spools of a file that is being written, beside it. */
final class Spools implements AutoCloseable {
    private final Path file;
    private final List<Spool> all = new ArrayList<>();

    Spools(Path file) {
        this.file = file;
    }

    /** Begins one more. */
    Spool begin(ColumnType type) throws IOException {
        Spool spool = new Spool(file.resolveSibling(file.getFileName() + "." + all.size()), type);
        all.add(spool);
        return spool;
    }

    /** Deletes all of them. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Spool spool : all) {
            try {
                spool.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        all.clear();
        if (failure != null) {
            throw failure;
        }
    }
}

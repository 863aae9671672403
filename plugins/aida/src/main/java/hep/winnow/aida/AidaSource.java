package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The rows of one tuple. */
final class AidaSource implements EventSource {
    private final Path file;
    private final Tuple tuple;

    AidaSource(Path file, Tuple tuple) {
        this.file = file;
        this.tuple = tuple;
        if (tuple.columns().isEmpty()) {
            throw UserError.data(
                    file + " has no column that can be read in the tuple " + tuple.name(),
                    "expected numbers, truth values or texts");
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return tuple.columns();
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return tuple.unreadable();
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        int[] wanted = ColumnIndex.of(tuple.columns(), columns);
        return new AidaReader(file, tuple, Arrays.stream(wanted).boxed().toList(), context);
    }
}

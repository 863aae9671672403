package hep.winnow.api.event;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A small table that is read as a whole when it is asked for, such as the bins of a histogram. */
public final class FixedSource implements EventSource {
    private final Path file;
    private final List<ColumnInfo> schema;
    private final Supplier<List<Column>> columns;

    /**
     * Makes one.
     *
     * @param file that holds it
     * @param columns reads all columns of the schema, in its order
     */
    public FixedSource(Path file, List<ColumnInfo> schema, Supplier<List<Column>> columns) {
        this.file = file;
        this.schema = List.copyOf(schema);
        this.columns = columns;
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> names, ReadContext context) {
        List<Column> all = columns.get();
        List<Column> wanted =
                Arrays.stream(ColumnIndex.of(schema, names)).mapToObj(all::get).toList();
        int rows = all.get(0).size();
        return new Once(rows == 0 ? Optional.empty() : Optional.of(new EventBlock(rows, wanted)));
    }

    /** Hands out the one block there is. */
    private static final class Once implements BlockReader {
        private Optional<EventBlock> block;

        Once(Optional<EventBlock> block) {
            this.block = block;
        }

        @Override
        public Optional<EventBlock> next() {
            Optional<EventBlock> given = block;
            block = Optional.empty();
            return given;
        }

        @Override
        public void close() {
            block = Optional.empty();
        }
    }
}

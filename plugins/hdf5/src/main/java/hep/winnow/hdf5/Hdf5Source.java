package hep.winnow.hdf5;

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
import java.util.Optional;
import java.util.OptionalLong;

/** One table of a file. */
final class Hdf5Source implements EventSource {
    private final Path file;
    private final Table table;

    private Hdf5Source(Path file, Table table) {
        this.file = file;
        this.table = table;
    }

    /** Finds a table in a file; no name is needed if there is one only. */
    static Hdf5Source open(Path file, Optional<String> name) {
        Table table = Guard.with(file, hdf -> TableFinder.find(file, hdf, name));
        if (table.columns().isEmpty()) {
            String why = table.unreadable().isEmpty()
                    ? ""
                    : ": '" + table.unreadable().get(0).name() + "', "
                            + table.unreadable().get(0).reason();
            throw UserError.data(
                    file + " has no column that can be read in the table " + table.name() + why,
                    "expected numbers, truth values or texts");
        }
        return new Hdf5Source(file, table);
    }

    @Override
    public List<ColumnInfo> schema() {
        return table.columns().stream().map(TableColumn::info).toList();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(table.rows());
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return table.unreadable();
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        List<TableColumn> wanted = Arrays.stream(ColumnIndex.of(schema(), columns))
                .mapToObj(table.columns()::get)
                .toList();
        return Hdf5Reader.open(file, table.rows(), wanted, context);
    }
}

package hep.winnow.hdf5;

import hep.winnow.api.event.UnreadableColumn;
import java.util.List;

/**
 * The columns of one length.
 *
 * @param name path in the file; {@code /} for its root
 * @param rows number of events
 * @param columns that can be read
 * @param unreadable the others
 */
record Table(String name, long rows, List<TableColumn> columns, List<UnreadableColumn> unreadable) {
    Table {
        columns = List.copyOf(columns);
        unreadable = List.copyOf(unreadable);
    }
}

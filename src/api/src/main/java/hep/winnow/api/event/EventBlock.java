package hep.winnow.api.event;

import java.util.List;

/**
 * A run of consecutive events of one source: one {@link Column} per asked-for column, in the order in which they were asked for.
 *
 * @param size number of events, at least 0; each column has as many values
 * @param columns the columns
 */
public record EventBlock(int size, List<Column> columns) {
    public EventBlock {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "a block of " + size + " events was given a column of " + column.size() + " values");
            }
        }
    }
}

package hep.winnow.root.tree;

import hep.winnow.api.event.ColumnType;
import java.util.List;

/**
 * How the values of a branch become columns.
 *
 * @param shape of the value of an entry
 * @param columns in the order of their places
 */
record Layout(Shape shape, List<Part> columns) {
    /**
     * A column.
     *
     * @param name behind the name of the branch: empty, or {@code .member}
     * @param type of the values
     * @param depth of the lists
     */
    record Part(String name, ColumnType type, int depth) {}

    Layout {
        columns = List.copyOf(columns);
    }
}

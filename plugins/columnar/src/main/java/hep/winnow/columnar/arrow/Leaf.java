package hep.winnow.columnar.arrow;

import hep.winnow.api.event.ColumnType;
import java.util.List;
import java.util.OptionalLong;

/**
 * A column of the file.
 *
 * @param name of it: the names of the fields on its path, but for those that lists are made of
 * @param typeName what Arrow calls the values
 * @param path the structures and at most one list that it lies in, from the outermost on
 * @param place of the values in a batch
 * @param value what the values are; of those in a dictionary, what the numbers of its words are
 * @param dictionary number of the dictionary
 * @param word what the words of the dictionary are; without one, the same as {@code value}
 */
record Leaf(
        String name, String typeName, List<Step> path, Place place, Value value, OptionalLong dictionary, Value word) {
    Leaf {
        path = List.copyOf(path);
    }

    /**
     * Where a field stands in a batch.
     *
     * @param node number of its length
     * @param buffer number of its first buffer, not counting those that views bring along
     * @param views number of fields before it that hold views
     */
    record Place(int node, int buffer, int views) {}

    enum Kind {
        STRUCTURE,
        /** Lists whose ends are told by numbers of 32 bits. */
        LIST,
        /** The same with 64 bits. */
        LARGE_LIST,
        /** Lists of one length. */
        FIXED_LIST
    }

    /**
     * What a value lies in.
     *
     * @param size length of lists of one length
     */
    record Step(Kind kind, Place place, int size) {
        boolean isList() {
            return kind != Kind.STRUCTURE;
        }
    }

    int depth() {
        return (int) path.stream().filter(Step::isList).count();
    }

    /** Returns why it cannot be read; empty if it can. */
    String refusal() {
        if (depth() > 1) {
            return "it has lists of lists";
        }
        return value.refusal().isEmpty() ? word.refusal() : value.refusal();
    }

    /** Returns the type of the column; one with missing numbers is widened. */
    ColumnType column(boolean hasMissing) {
        ColumnType type = word.type();
        boolean isWidened =
                hasMissing && (type == ColumnType.INT || type == ColumnType.LONG || type == ColumnType.BOOLEAN);
        return isWidened ? ColumnType.DOUBLE : type;
    }

    /** Tells whether the rows of a batch are told by the bytes of this column: that many rows need some. */
    long leastBytes(long rows) {
        for (Step step : path) {
            if (step.kind() == Kind.LIST || step.kind() == Kind.LARGE_LIST) {
                return Math.multiplyExact(rows, step.kind() == Kind.LIST ? 4 : 8);
            }
            if (step.kind() == Kind.FIXED_LIST) {
                return value.leastBytes(Math.multiplyExact(rows, step.size()));
            }
        }
        return value.leastBytes(rows);
    }

    /** Returns where the buffer stands that {@link #leastBytes} speaks of. */
    Place sizedBy() {
        return path.stream()
                .filter(s -> s.kind() == Kind.LIST || s.kind() == Kind.LARGE_LIST)
                .findFirst()
                .map(Step::place)
                .orElse(place);
    }
}

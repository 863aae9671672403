package hep.winnow.npy;

import java.util.List;

/**
 * A part of a row.
 *
 * @param name of the column
 * @param type of its elements
 * @param dimensions of what one row has of it; empty for one element
 * @param offset of its first byte in the row
 */
record Field(String name, ElementType type, List<Integer> dimensions, int offset) {
    Field {
        dimensions = List.copyOf(dimensions);
    }

    /** Returns how many elements a row has. */
    int elements() {
        int n = 1;
        for (int dimension : dimensions) {
            n *= dimension;
        }
        return n;
    }

    Field named(String other) {
        return new Field(other, type, dimensions, offset);
    }
}

package hep.winnow.root.ntuple;

import hep.winnow.api.event.ColumnInfo;
import java.util.List;

/**
 * A column that can be read.
 *
 * @param info its name, and the type of its values
 * @param levels between an event and a value, outermost first
 * @param content what the values are
 * @param columns that hold the values: for each way in which they are stored, the numbers of all columns that belong to it
 */
record Leaf(ColumnInfo info, List<Level> levels, Content content, List<List<Integer>> columns) {
    enum Content {
        NUMBERS,
        TEXTS,
        /** Lengths of lists. */
        LENGTHS
    }

    /** Returns the column whose elements tell how many events there are: one for each way in which they are stored. */
    List<Integer> principal() {
        for (Level level : levels) {
            if (level.kind() != Level.Kind.ARRAY) {
                return level.columns();
            }
        }
        return columns.stream().map(c -> c.get(0)).toList();
    }

    /** Returns how many elements the {@link #principal} column has for an event. */
    long repetitions() {
        return repetitions(levels);
    }

    /** Returns how many elements a column has for an event that lies below levels, if these are arrays, or as many as lead to the first one that is not. */
    static long repetitions(List<Level> levels) {
        long product = 1;
        for (Level level : levels) {
            if (level.kind() != Level.Kind.ARRAY) {
                return product;
            }
            product = Math.multiplyExact(product, level.size());
        }
        return product;
    }

    /** Tells whether values below levels may be missing. */
    static boolean mayMiss(List<Level> levels) {
        return !levels.isEmpty() && !levels.get(levels.size() - 1).kind().isList();
    }
}

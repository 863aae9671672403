package hep.winnow.columnar.parquet;

import hep.winnow.api.event.ColumnType;
import java.util.List;

/**
 * A column of the file.
 *
 * @param name of our column: the names on its path, but for those that lists are made of
 * @param path in the schema
 * @param physical type of the stored values
 * @param maxDefinition definition level of a value that is there
 * @param maxRepetition number of repeated fields on its path
 * @param itemDefinition least definition level at which a list has an item; 0 without lists
 * @param meaning of the values
 * @param fixedBytes length of the values of a fixed length
 */
record Leaf(
        String name,
        List<String> path,
        Physical physical,
        int maxDefinition,
        int maxRepetition,
        int itemDefinition,
        Meaning meaning,
        int fixedBytes) {
    Leaf {
        path = List.copyOf(path);
    }

    /**
     * What values stand for.
     *
     * @param type of a column in which none is missing
     * @param isUnsigned whether a whole number has no sign
     * @param scale digits behind the point of a decimal number; 0 for others
     * @param refusal why they cannot be read; empty if they can
     */
    record Meaning(ColumnType type, boolean isUnsigned, int scale, String refusal) {}

    /** Returns the type of a column; one with missing numbers is widened. */
    ColumnType column(boolean hasMissing) {
        boolean isWidened = hasMissing
                && (meaning.type() == ColumnType.INT
                        || meaning.type() == ColumnType.LONG
                        || meaning.type() == ColumnType.BOOLEAN);
        return isWidened ? ColumnType.DOUBLE : meaning.type();
    }
}

package hep.winnow.api.event;

/**
 * What is known of a column before its values are read.
 *
 * @param name as the file spells it
 * @param type of its values; of a jagged column, of the values in the lists
 * @param depth 0 for one value per event, 1 for a list of values per event, 2 for a list of lists; see {@link Column.Lists}
 * @param unit such as {@code GeV}; empty if unknown
 */
public record ColumnInfo(String name, ColumnType type, int depth, String unit) {
    public ColumnInfo {
        if (depth < 0) {
            throw new IllegalArgumentException("column '" + name + "' cannot be of depth " + depth);
        }
    }

    /** Returns a column of one value per event. */
    public ColumnInfo(String name, ColumnType type, String unit) {
        this(name, type, 0, unit);
    }

    /** Returns a column of one value per event, without a unit. */
    public static ColumnInfo of(String name, ColumnType type) {
        return new ColumnInfo(name, type, 0, "");
    }

    /** Returns a column of one list of values per event, without a unit. */
    public static ColumnInfo lists(String name, ColumnType type) {
        return new ColumnInfo(name, type, 1, "");
    }
}

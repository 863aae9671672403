package hep.winnow.api.event;

/**
 * What is known of a column before its values are read.
 *
 * @param name as the file spells it
 * @param type of its values
 * @param unit such as {@code GeV}; empty if unknown
 */
public record ColumnInfo(String name, ColumnType type, String unit) {
    /** Returns a column without a unit. */
    public static ColumnInfo of(String name, ColumnType type) {
        return new ColumnInfo(name, type, "");
    }
}

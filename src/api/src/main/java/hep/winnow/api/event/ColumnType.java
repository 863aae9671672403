package hep.winnow.api.event;

/** The type of a column's values. */
public enum ColumnType {
    FLOAT,
    DOUBLE,
    INT,
    LONG,
    BOOLEAN,
    STRING;

    /** Tells whether values of this type take part in arithmetic; a boolean counts as 0 or 1. */
    public boolean isNumeric() {
        return this != STRING;
    }
}

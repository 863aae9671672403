package hep.winnow.core.csv;

import hep.winnow.api.event.ColumnType;

/** How the text of a column is read. */
enum CellKind {
    FLOAT(ColumnType.FLOAT, "a number"),
    DOUBLE(ColumnType.DOUBLE, "a number"),
    /** True, false or nothing, as 1, 0 and NaN. */
    TRUTH(ColumnType.DOUBLE, "true, false or nothing"),
    INT(ColumnType.INT, "a whole number of 32 bits"),
    LONG(ColumnType.LONG, "a whole number"),
    BOOLEAN(ColumnType.BOOLEAN, "true or false"),
    STRING(ColumnType.STRING, "text");

    private final ColumnType type;
    private final String expected;

    CellKind(ColumnType type, String expected) {
        this.type = type;
        this.expected = expected;
    }

    /** Returns the type of the column's values. */
    ColumnType type() {
        return type;
    }

    /** Returns what a cell must hold, in words. */
    String expected() {
        return expected;
    }

    /** Returns how a column is read whose type the user set. */
    static CellKind of(ColumnType type) {
        return switch (type) {
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case INT -> INT;
            case LONG -> LONG;
            case BOOLEAN -> BOOLEAN;
            case STRING -> STRING;
        };
    }
}

package hep.winnow.root.tree;

import hep.winnow.api.event.ColumnType;

/** A number as a basket holds it. */
enum Kind {
    BOOL(1, ColumnType.BOOLEAN),
    I8(1, ColumnType.INT),
    U8(1, ColumnType.INT),
    I16(2, ColumnType.INT),
    U16(2, ColumnType.INT),
    I32(4, ColumnType.INT),
    U32(4, ColumnType.LONG),
    I64(8, ColumnType.LONG),
    U64(8, ColumnType.LONG),
    F32(4, ColumnType.FLOAT),
    F64(8, ColumnType.DOUBLE),
    /** A {@code Double32_t} that is stored as a float. */
    F32_AS_F64(4, ColumnType.DOUBLE),
    /** A {@code Float16_t} in four bytes: a whole number between two bounds. */
    SCALED_F32(4, ColumnType.FLOAT),
    /** A {@code Double32_t} in four bytes: a whole number between two bounds. */
    SCALED_F64(4, ColumnType.DOUBLE),
    /** A {@code Float16_t} in three bytes: an exponent and a short mantissa. */
    SHORT_F32(3, ColumnType.FLOAT),
    /** A {@code Double32_t} in three bytes: an exponent and a short mantissa. */
    SHORT_F64(3, ColumnType.DOUBLE);

    private final int bytes;
    private final ColumnType type;

    Kind(int bytes, ColumnType type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Returns the length in bytes. */
    int bytes() {
        return bytes;
    }

    /** Returns the type of a column of such numbers. */
    ColumnType type() {
        return type;
    }
}

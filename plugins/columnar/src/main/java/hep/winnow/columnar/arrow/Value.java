package hep.winnow.columnar.arrow;

import hep.winnow.api.event.ColumnType;
import java.util.List;

/**
 * What values are, as they are stored.
 *
 * @param kind of them
 * @param bytes of one; of a text, those of an offset
 * @param isSigned whether whole numbers have a sign
 * @param scale digits behind the point of a decimal number
 * @param refusal why they cannot be read; empty if they can
 */
record Value(Kind kind, int bytes, boolean isSigned, int scale, String refusal) {
    private static final int MAX_SCALE = 300;

    private static final List<String> NAMES = List.of(
            "",
            "null",
            "int",
            "floating_point",
            "binary",
            "utf8",
            "bool",
            "decimal",
            "date",
            "time",
            "timestamp",
            "interval",
            "list",
            "struct",
            "union",
            "fixed_size_binary",
            "fixed_size_list",
            "map",
            "duration",
            "large_binary",
            "large_utf8",
            "large_list",
            "run_end_encoded",
            "binary_view",
            "utf8_view",
            "list_view",
            "large_list_view");

    // Types by their numbers.
    private static final int NULL = 1;
    private static final int INT = 2;
    private static final int FLOATING_POINT = 3;
    private static final int BINARY = 4;
    private static final int UTF8 = 5;
    private static final int BOOL = 6;
    private static final int DECIMAL = 7;
    private static final int DATE = 8;
    private static final int TIME = 9;
    private static final int TIMESTAMP = 10;
    private static final int DURATION = 18;
    private static final int LARGE_BINARY = 19;
    private static final int LARGE_UTF8 = 20;
    private static final int BINARY_VIEW = 23;
    private static final int UTF8_VIEW = 24;

    enum Kind {
        /** Nothing but missing values. */
        NULL,
        BOOL,
        WHOLE,
        REAL,
        DECIMAL,
        TEXT,
        /** Texts, short ones among their lengths and long ones in buffers of their own. */
        VIEW,
        /** What is not read. */
        OTHER
    }

    /** Returns what the values of a field are. */
    static Value of(int type, FlatTable told) {
        return switch (type) {
            case NULL -> new Value(Kind.NULL, 0, true, 0, "");
            case INT -> whole(told.i32(0, 0) / 8, told.i8(1, 0) != 0);
            case FLOATING_POINT -> real(told.i16(0, 0));
            case BINARY, UTF8 -> new Value(Kind.TEXT, 4, true, 0, "");
            case LARGE_BINARY, LARGE_UTF8 -> new Value(Kind.TEXT, 8, true, 0, "");
            case BINARY_VIEW, UTF8_VIEW -> new Value(Kind.VIEW, 16, true, 0, "");
            case BOOL -> new Value(Kind.BOOL, 0, true, 0, "");
            case DECIMAL -> decimal(told.i32(2, 128) / 8, told.i32(1, 0));
            case DATE -> whole(told.i16(0, 1) == 0 ? 4 : 8, true);
            case TIME -> whole(told.i32(1, 32) / 8, true);
            case TIMESTAMP, DURATION -> whole(8, true);
            default -> refused("it holds values of type " + name(type) + ", which is not read");
        };
    }

    /** Returns values that are not read, and why. */
    static Value refused(String why) {
        return new Value(Kind.OTHER, 0, true, 0, why);
    }

    private static Value whole(int bytes, boolean isSigned) {
        return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8
                ? new Value(Kind.WHOLE, bytes, isSigned, 0, "")
                : refused("it holds whole numbers of " + 8 * bytes + " bits");
    }

    private static Value real(int precision) {
        return precision >= 0 && precision <= 2
                ? new Value(Kind.REAL, 2 << precision, true, 0, "")
                : refused("it holds numbers of precision " + precision);
    }

    private static Value decimal(int bytes, int scale) {
        boolean isRead = (bytes == 4 || bytes == 8 || bytes == 16 || bytes == 32) && Math.abs(scale) <= MAX_SCALE;
        return isRead
                ? new Value(Kind.DECIMAL, bytes, true, scale, "")
                : refused("it holds decimal numbers of " + 8 * bytes + " bits with " + scale
                        + " digits behind the point");
    }

    /** Returns the type of a column in which none is missing. */
    ColumnType type() {
        return switch (kind) {
            case BOOL -> ColumnType.BOOLEAN;
            case WHOLE -> bytes < 4 || bytes == 4 && isSigned ? ColumnType.INT : ColumnType.LONG;
            case REAL -> bytes < 8 ? ColumnType.FLOAT : ColumnType.DOUBLE;
            case TEXT, VIEW -> ColumnType.STRING;
            case DECIMAL, NULL, OTHER -> ColumnType.DOUBLE;
        };
    }

    /** Returns the least number of bytes that {@code n} values need in their first buffer behind that of the missing ones. */
    long leastBytes(long n) {
        return switch (kind) {
            case NULL, OTHER -> 0;
            case BOOL -> n / 8 + (n % 8 > 0 ? 1 : 0);
            default -> Math.multiplyExact(n, bytes);
        };
    }

    /** Returns the name of a type, as Arrow calls it. */
    static String name(int type) {
        return type > 0 && type < NAMES.size() ? NAMES.get(type) : String.valueOf(type);
    }
}

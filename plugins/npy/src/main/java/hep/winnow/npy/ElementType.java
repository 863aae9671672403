package hep.winnow.npy;

import hep.winnow.api.event.ColumnType;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The type of an element, as {@code descr} spells it: {@code <f8}, {@code |b1}, {@code >i4}, {@code <U12}.
 *
 * @param descr as the file has it
 * @param kind {@code b} (truth), {@code i u f} (numbers), {@code S U} (strings), or what cannot be read: {@code c m M O V}
 * @param bytes of an element
 * @param order of the bytes
 */
record ElementType(String descr, char kind, int bytes, ByteOrder order) {
    private static final int CODE_POINT = 4;

    /**
     * Reads a description.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ElementType of(String descr) {
        int at = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0 ? 1 : 0;
        if (descr.length() <= at) {
            throw new IllegalArgumentException("'" + descr + "' is no type of elements");
        }
        char kind = descr.charAt(at);
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int bracket = descr.indexOf('[', at + 1);
        String digits = descr.substring(at + 1, bracket < 0 ? descr.length() : bracket);
        return new ElementType(descr, kind, size(descr, kind, digits), order);
    }

    private static int size(String descr, char kind, String digits) {
        if (kind == 'O' && digits.isEmpty()) {
            return 8;
        }
        boolean isCount =
                !digits.isEmpty() && digits.length() <= 8 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isCount || "biufcSaUVmMO".indexOf(kind) < 0) {
            throw new IllegalArgumentException("'" + descr + "' is no type of elements");
        }
        int count = Integer.parseInt(digits);
        return kind == 'U' ? CODE_POINT * count : count;
    }

    /** Returns the type of a column of such elements; empty if there is none. */
    Optional<ColumnType> column() {
        return switch (kind) {
            case 'b' -> bytes == 1 ? Optional.of(ColumnType.BOOLEAN) : Optional.empty();
            case 'i' -> whole(4);
            case 'u' -> whole(2);
            case 'f' -> real();
            case 'S', 'a', 'U' -> Optional.of(ColumnType.STRING);
            default -> Optional.empty();
        };
    }

    private Optional<ColumnType> whole(int fitsInt) {
        boolean isKnown = bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
        return isKnown ? Optional.of(bytes <= fitsInt ? ColumnType.INT : ColumnType.LONG) : Optional.empty();
    }

    private Optional<ColumnType> real() {
        return switch (bytes) {
            case 2, 4 -> Optional.of(ColumnType.FLOAT);
            case 8 -> Optional.of(ColumnType.DOUBLE);
            default -> Optional.empty();
        };
    }

    /** Says why elements that have no column type cannot be read. */
    String reason() {
        return switch (kind) {
            case 'O' -> "it holds Python objects (pickles), which are programs: save it as numbers or fixed strings";
            case 'c' -> "it holds complex numbers: save the real and imaginary parts, .real and .imag";
            case 'm', 'M' -> "it holds times: save them as numbers, .astype('i8')";
            case 'V' -> "it holds bytes of no type";
            default -> "its elements of " + bytes + " bytes are of no type that Java has: save them as 'f8' or 'i8'";
        };
    }
}

package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Reads single cells, whatever they hold, into buffers of columns. Ranges of bytes are half open. */
final class CellReader {
    private static final long BELOW_FLOAT = 0x1fff_ffffL;
    private static final long HALF_OF_FLOAT = 0x1000_0000L;
    private static final long EXPONENT = 0x7ff0_0000_0000_0000L;
    private static final long SMALLEST_EXPONENT = (long) (1023 + Float.MIN_EXPONENT) << 52;

    private final List<byte[]> missing;

    /**
     * Makes a reader.
     *
     * @param missing texts that mean a missing number
     */
    CellReader(List<byte[]> missing) {
        this.missing = missing;
    }

    /** Reads a cell into a row of a buffer; false if it does not fit. */
    boolean put(ColumnBuffer buffer, int row, byte[] bytes, int start, int stop, boolean hasDoubledQuotes) {
        if (buffer.kind == CellKind.STRING) {
            buffer.strings[row] = Cells.text(bytes, start, stop, hasDoubledQuotes);
            return true;
        }
        int from = start;
        int to = stop;
        if (from < to && (bytes[from] <= ' ' || bytes[to - 1] <= ' ')) {
            from = Cells.trimStart(bytes, from, to);
            to = Cells.trimEnd(bytes, from, to);
        }
        return switch (buffer.kind) {
            case DOUBLE -> putDouble(buffer, row, bytes, from, to);
            case LONG -> putLong(buffer, row, bytes, from, to);
            case FLOAT -> putFloat(buffer, row, bytes, from, to);
            case INT -> putInt(buffer, row, bytes, from, to);
            case BOOLEAN -> putBoolean(buffer, row, bytes, from, to);
            case TRUTH -> putTruth(buffer, row, bytes, from, to);
            case STRING -> throw new AssertionError();
        };
    }

    /**
     * Tells whether a double, given by its bits, may become another float than its text would: half way between two floats the double may itself be
     * rounded, or off by {@link DecimalRounding#NEARLY}, and so may be one that is small.
     */
    static boolean isDoubtfulAsFloat(long bits) {
        long beyondHalf = (bits - HALF_OF_FLOAT + DecimalRounding.NEARLY) & BELOW_FLOAT;
        return beyondHalf <= 2 * DecimalRounding.NEARLY || ((bits & EXPONENT) < SMALLEST_EXPONENT && bits << 1 != 0);
    }

    private boolean putDouble(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        double value = number(bytes, from, to);
        buffer.doubles[row] = value;
        return !Decimals.isInvalid(value);
    }

    /** Returns the number of a cell, NaN for a missing one, or one that {@link Decimals#isInvalid}. */
    private double number(byte[] bytes, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        double value = Decimals.parse(bytes, from, to);
        return Decimals.isInvalid(value) && Cells.isMissing(bytes, from, to, missing) ? Double.NaN : value;
    }

    private boolean putFloat(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        double value = number(bytes, from, to);
        float rounded = (float) value;
        if (isDoubtfulAsFloat(Double.doubleToRawLongBits(value)) && !Double.isNaN(value)) {
            rounded = Float.parseFloat(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        buffer.floats[row] = rounded;
        return !Decimals.isInvalid(value);
    }

    private static boolean putLong(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        OptionalLong value = Cells.whole(bytes, from, to);
        buffer.longs[row] = value.orElse(0);
        return value.isPresent();
    }

    private static boolean putInt(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        long whole = Cells.whole(bytes, from, to).orElse(Long.MAX_VALUE);
        buffer.ints[row] = (int) whole;
        return whole == (int) whole;
    }

    private static boolean putBoolean(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        int truth = Cells.truth(bytes, from, to);
        buffer.booleans[row] = truth == 1;
        return truth >= 0;
    }

    private boolean putTruth(ColumnBuffer buffer, int row, byte[] bytes, int from, int to) {
        int truth = Cells.truth(bytes, from, to);
        buffer.doubles[row] = truth >= 0 ? truth : Double.NaN;
        return truth >= 0 || Cells.isMissing(bytes, from, to, missing) || Decimals.isWord(bytes, from, to, "nan");
    }
}

package hep.winnow.core.csv;

import java.util.Arrays;
import java.util.List;

/**
 * Reads records as they mostly are, parting fields and reading numbers in one go: as many fields as there should be, quotes that hold neither
 * quotes nor line ends, no cell that does not fit. Anything else is refused and left to {@link RecordScanner}, which knows it all. Hot.
 */
final class PlainRecords {
    private static final long ONES = 0x0101010101010101L;
    private static final int REFUSED = -1;

    private static final int SKIPPED = 0;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;
    private static final int LONG = 3;
    private static final int OTHER = 4;

    private final byte[] bytes;
    private final CellReader cells;
    private final Dialect dialect;
    private final boolean isBlanks;
    private final byte separator;
    private final long separators;
    private final int[] slots;
    private final int[] ways;
    /** For each field that is skipped, how many of them follow one another from there on. */
    private final int[] runs;

    private final DecimalScanner numbers = new DecimalScanner();
    private float[][] floats = {};
    private double[][] doubles = {};
    private long[][] longs = {};
    private ColumnBuffer[] buffers = {};

    /**
     * Makes a reader of records.
     *
     * @param bytes the text, which ends in a line feed, and the padding of {@link RecordScanner}
     * @param slots for each field the buffer that takes it, or -1
     * @param kinds what each of the buffers takes
     */
    PlainRecords(byte[] bytes, CellReader cells, Dialect dialect, int[] slots, List<CellKind> kinds) {
        this.bytes = bytes;
        this.cells = cells;
        this.dialect = dialect;
        this.isBlanks = dialect.isBlanks();
        this.separator = dialect.separator();
        this.separators = ONES * (separator & 0xff);
        this.slots = slots;
        this.ways = new int[slots.length];
        this.runs = new int[slots.length];
        for (int i = slots.length - 1; i >= 0; i--) {
            ways[i] = slots[i] < 0 ? SKIPPED : way(kinds.get(slots[i]));
            boolean goesOn = i + 1 < slots.length && ways[i] == SKIPPED && ways[i + 1] == SKIPPED;
            runs[i] = goesOn ? runs[i + 1] + 1 : 1;
        }
    }

    private static int way(CellKind kind) {
        return switch (kind) {
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case LONG -> LONG;
            default -> OTHER;
        };
    }

    /** Writes to these buffers from now on. */
    void writeTo(ColumnBuffer[] columns) {
        buffers = columns.clone();
        floats = new float[columns.length][];
        doubles = new double[columns.length][];
        longs = new long[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            floats[i] = columns[i].floats;
            doubles[i] = columns[i].doubles;
            longs[i] = columns[i].longs;
        }
    }

    /** Returns for each of {@code fields} fields where in {@code asked} it stands, or -1; empty if one is asked for twice. */
    static int[] slots(int fields, int[] asked) {
        int[] slots = new int[fields];
        Arrays.fill(slots, -1);
        for (int i = 0; i < asked.length; i++) {
            if (slots[asked[i]] >= 0) {
                return new int[0];
            }
            slots[asked[i]] = i;
        }
        return slots;
    }

    /**
     * Reads a record into a row of the buffers.
     *
     * @param from where it begins: neither a blank line nor a comment, unless blanks part its fields
     * @return where the next one begins, or a negative number if the record was refused
     */
    int read(int from, int row) {
        if (isBlanks) {
            return readAmongBlanks(from, row);
        }
        int p = from;
        int last = ways.length - 1;
        for (int field = 0; field <= last; field++) {
            int end;
            switch (ways[field]) {
                case FLOAT -> end = cellOfFloat(p, slots[field], row);
                case DOUBLE -> end = cellOfDouble(p, slots[field], row);
                case LONG -> end = cellOfLong(p, slots[field], row);
                case SKIPPED -> {
                    end = skipRun(p, runs[field]);
                    field += runs[field] - 1;
                }
                default -> end = careful(p, slots[field], row);
            }
            if (end < 0 || bytes[end] != (field < last ? separator : '\n')) {
                return REFUSED;
            }
            p = end + 1;
        }
        return p;
    }

    private int readAmongBlanks(int from, int row) {
        int p = passBlanks(from);
        if (bytes[p] == '\n' || bytes[p] == dialect.comment()) {
            return REFUSED;
        }
        int last = ways.length - 1;
        for (int field = 0; field <= last; field++) {
            int end = switch (ways[field]) {
                case FLOAT -> cellOfFloat(p, slots[field], row);
                case DOUBLE -> cellOfDouble(p, slots[field], row);
                case LONG -> cellOfLong(p, slots[field], row);
                case SKIPPED -> skip(p);
                default -> careful(p, slots[field], row);
            };
            if (end < 0) {
                return REFUSED;
            }
            p = passBlanks(end);
            if ((bytes[p] == '\n') != (field == last)) {
                return REFUSED;
            }
        }
        return p + 1;
    }

    private int passBlanks(int from) {
        int p = from;
        while (dialect.isPadding(bytes[p])) {
            p++;
        }
        return p;
    }

    // Each of these reads a field and returns where the byte stands that ends it, or a negative number.

    private int cellOfFloat(int from, int slot, int row) {
        long bits = numbers.nextNearly(bytes, from);
        int end = behind(numbers.end());
        if (end < 0 || !DecimalRounding.isSettled(bits) || CellReader.isDoubtfulAsFloat(bits)) {
            return careful(from, slot, row);
        }
        floats[slot][row] = (float) Double.longBitsToDouble(bits);
        return end;
    }

    private int cellOfDouble(int from, int slot, int row) {
        long bits = numbers.next(bytes, from);
        int end = behind(numbers.end());
        if (end < 0 || !DecimalRounding.isSettled(bits)) {
            return careful(from, slot, row);
        }
        doubles[slot][row] = Double.longBitsToDouble(bits);
        return end;
    }

    private int cellOfLong(int from, int slot, int row) {
        int p = bytes[from] == '-' ? from + 1 : from;
        long word = Digits.word(bytes, p);
        int n = Digits.leading(word);
        long value = Digits.value(word, n);
        int count = n;
        if (n == 8) {
            word = Digits.word(bytes, p + 8);
            n = Digits.leading(word);
            value = value * Digits.power(n) + Digits.value(word, n);
            count = 8 + n;
        }
        int end = behind(p + count);
        if (end < 0 || count == 0) {
            return careful(from, slot, row);
        }
        longs[slot][row] = p == from ? value : -value;
        return end;
    }

    /** Returns where the byte stands that ends a field whose value ends at {@code p}; negative if more than a carriage return is between. */
    private int behind(int p) {
        byte found = bytes[p];
        if (found == separator || found == '\n') {
            return p;
        }
        if (isBlanks) {
            return dialect.isPadding(found) ? p : REFUSED;
        }
        return found == '\r' && bytes[p + 1] == '\n' ? p + 1 : REFUSED;
    }

    /** Reads a field that is not as most are. */
    private int careful(int from, int slot, int row) {
        int end = skip(from);
        if (end < 0) {
            return REFUSED;
        }
        if (bytes[from] == '"') {
            return cells.put(buffers[slot], row, bytes, from + 1, closingQuote(from), false) ? end : REFUSED;
        }
        int to = bytes[end] == '\n' && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        return cells.put(buffers[slot], row, bytes, from, to, false) ? end : REFUSED;
    }

    /** Returns where the byte stands that ends the last of {@code count} fields from {@code from} on; negative if one of them is no plain one. */
    private int skipRun(int from, int count) {
        if (count == 1 || separator <= '"') {
            return skipOneByOne(from, count);
        }
        int left = count;
        for (int p = from; ; p += 8) {
            long word = RecordScanner.word(bytes, p);
            long marks = RecordScanner.zeroBytes(word ^ separators);
            // Exact up to the first that is found: a quote, a blank, a line end, or another byte up to a quote.
            long others = (word - ONES * ('"' + 1)) & ~word & (ONES << 7);
            if (others != 0) {
                marks &= Long.lowestOneBit(others) - 1;
            }
            int found = Long.bitCount(marks);
            if (found >= left) {
                return p + nth(marks, left);
            }
            left -= found;
            if (others != 0) {
                int at = p + (Long.numberOfTrailingZeros(others) >>> 3);
                int end = bytes[at] == '\r' ? at + 1 : at;
                return left == 1 && bytes[end] == '\n' ? end : skipOneByOne(from, count);
            }
        }
    }

    /** Returns which byte of a word the {@code n}th mark stands for, counted from 1. */
    private static int nth(long marks, int n) {
        long rest = marks;
        for (int i = 1; i < n; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest) >>> 3;
    }

    private int skipOneByOne(int from, int count) {
        int end = skip(from);
        for (int i = 1; i < count; i++) {
            if (end < 0 || bytes[end] != separator) {
                return REFUSED;
            }
            end = skip(end + 1);
        }
        return end;
    }

    /** Returns where the byte stands that ends the field at {@code from}; negative if that is no plain one. */
    private int skip(int from) {
        if (isBlanks) {
            return skipWord(from);
        }
        int p = from;
        while (bytes[p] <= '"') {
            if (bytes[p] == '"') {
                return p == from ? skipQuoted(from) : REFUSED;
            }
            if (bytes[p] == separator || bytes[p] == '\n') {
                return p;
            }
            if (bytes[p] > ' ') {
                break;
            }
            p++;
        }
        return RecordScanner.fieldEnd(bytes, p, separators);
    }

    private int skipWord(int from) {
        int p = from;
        while (!dialect.isPadding(bytes[p]) && bytes[p] != '\n') {
            p++;
        }
        return bytes[from] == '"' ? skipQuoted(from) : p;
    }

    /** Returns where the byte stands that ends the field whose quote opens at {@code from}; negative if that is no plain one. */
    private int skipQuoted(int from) {
        int close = closingQuote(from);
        return close < 0 ? REFUSED : behind(close + 1);
    }

    /** Returns where the quote closes that opens at {@code from}; negative if a line ends before, or a quote is written twice. */
    private int closingQuote(int from) {
        int p = from + 1;
        while (bytes[p] != '"' && bytes[p] != '\n') {
            p++;
        }
        return bytes[p] == '\n' || bytes[p + 1] == '"' ? REFUSED : p;
    }
}

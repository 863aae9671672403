package hep.winnow.core.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Parts bytes into records and fields. Records end at a line feed outside of quotes; blank lines and comment lines are passed over.
 * A quote counts only where a field begins (blanks before it are dropped); elsewhere it is a character like any other.
 *
 * <p>Hot: records without a quote are scanned eight bytes at a time.
 */
final class RecordScanner {
    /** How many bytes behind the last one must be readable. */
    static final int PADDING = 32;

    /** What {@link #next} found. */
    enum Outcome {
        RECORD,
        /** A record with text behind a closing quote, in field {@link #problemField}. */
        TEXT_AFTER_QUOTE,
        /** A quote that no other closes; the scanner stays where that record begins. */
        UNCLOSED_QUOTE,
        END
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final byte QUOTE = '"';
    private static final long NEWLINES = ONES * '\n';
    private static final long QUOTES = ONES * QUOTE;

    private final Dialect dialect;
    private final byte separator;
    private final long separators;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] doubled;

    private byte[] bytes = new byte[PADDING];
    private int limit;
    private int position;
    private int count;
    private int line;
    private int nextLine;
    private int problemField;
    private boolean hasDoubled;

    /**
     * Makes a scanner.
     *
     * @param capacity how many fields of a record are kept; more are only counted
     */
    RecordScanner(Dialect dialect, int capacity) {
        this.dialect = dialect;
        this.separator = dialect.separator();
        this.separators = ONES * (separator & 0xff);
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.doubled = new boolean[capacity];
    }

    /**
     * Begins anew.
     *
     * @param data at least {@code to + PADDING} bytes
     * @param from where the first record begins
     * @param to behind the last byte; that byte is a line feed unless {@code from == to}
     */
    void reset(byte[] data, int from, int to) {
        bytes = data;
        position = from;
        limit = to;
        line = 0;
        nextLine = 0;
        count = 0;
    }

    /** Goes on at {@code to}, behind records of {@code lines} lines that were read otherwise. */
    void skip(int to, int lines) {
        position = to;
        nextLine += lines;
    }

    /** Goes to the next record. */
    Outcome next() {
        while (position < limit) {
            byte first = bytes[position];
            if (first <= ' ' || first == dialect.comment()) {
                if (skipEmpty()) {
                    continue;
                }
            }
            line = nextLine;
            if (hasDoubled) {
                java.util.Arrays.fill(doubled, false);
                hasDoubled = false;
            }
            return dialect.isBlanks() ? blanks() : plain();
        }
        line = nextLine;
        return Outcome.END;
    }

    /** Returns the number of fields of the record, kept or not. */
    int count() {
        return count;
    }

    /** Returns where field {@code i} begins, quotes left out. */
    int start(int i) {
        return starts[i];
    }

    /** Returns where field {@code i} ends, quotes left out. */
    int end(int i) {
        return ends[i];
    }

    /** Tells whether field {@code i} holds quotes written twice. */
    boolean hasDoubledQuotes(int i) {
        return doubled[i];
    }

    /** Returns the number of lines before the record, or before the end. */
    int line() {
        return line;
    }

    /** Returns where the next record begins. */
    int position() {
        return position;
    }

    /** Returns which field the outcome is about. */
    int problemField() {
        return problemField;
    }

    /** Passes over the line at the position if it is blank or a comment. */
    private boolean skipEmpty() {
        int p = position;
        while (bytes[p] == ' ' || bytes[p] == '\r' || (bytes[p] == '\t' && separator != '\t')) {
            p++;
        }
        if (bytes[p] != '\n' && bytes[p] != dialect.comment()) {
            return false;
        }
        while (bytes[p] != '\n') {
            p++;
        }
        position = p + 1;
        nextLine++;
        return true;
    }

    /** Scans a record whose fields are parted by one byte; eight bytes at a time up to the first quote. */
    private Outcome plain() {
        int p = position;
        int from = p;
        int n = 0;
        while (true) {
            long word = (long) LONG.get(bytes, p);
            long marks = zeroBytes(word ^ separators) | zeroBytes(word ^ NEWLINES) | zeroBytes(word ^ QUOTES);
            while (marks != 0) {
                int at = p + (Long.numberOfTrailingZeros(marks) >>> 3);
                byte found = bytes[at];
                if (found == QUOTE) {
                    return quoted();
                }
                keep(n++, from, at);
                from = at + 1;
                if (found == '\n') {
                    return finish(n, from);
                }
                marks &= marks - 1;
            }
            p += 8;
        }
    }

    /** Returns eight bytes, the first one the lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Returns a word whose byte is 0x80 where {@code word} has a zero byte, else 0; exact. */
    static long zeroBytes(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }

    /**
     * Returns where the next separator or line feed stands; eight bytes at a time.
     *
     * @param separators the separator in each byte
     */
    static int fieldEnd(byte[] bytes, int from, long separators) {
        int p = from;
        while (true) {
            long word = (long) LONG.get(bytes, p);
            long toSeparator = word ^ separators;
            long toNewline = word ^ NEWLINES;
            // Exact up to the first byte that is found.
            long marks = ((toSeparator - ONES) & ~toSeparator | (toNewline - ONES) & ~toNewline) & ~LOW_BITS;
            if (marks != 0) {
                return p + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            p += 8;
        }
    }

    private void keep(int field, int from, int to) {
        if (field < starts.length) {
            starts[field] = from;
            ends[field] = to;
        }
    }

    /** Ends a record of {@code n} fields before {@code next}: a carriage return before the line feed is no part of its last field. */
    private Outcome finish(int n, int next) {
        count = n;
        position = next;
        nextLine++;
        if (n <= ends.length) {
            int last = ends[n - 1];
            if (last > starts[n - 1] && bytes[last - 1] == '\r') {
                ends[n - 1] = last - 1;
            }
        }
        return Outcome.RECORD;
    }

    /** Scans a record that holds a quote somewhere, byte by byte. */
    private Outcome quoted() {
        int p = position;
        int n = 0;
        int lines = 0;
        problemField = -1;
        while (true) {
            int from = p;
            while (dialect.isPadding(bytes[p])) {
                p++;
            }
            if (bytes[p] == QUOTE) {
                int close = closingQuote(p + 1, n);
                if (close < 0) {
                    return Outcome.UNCLOSED_QUOTE;
                }
                lines += countLines(p, close);
                keep(n, p + 1, close);
                p = behindQuote(close + 1, n);
            } else {
                p = fieldEnd(bytes, p, separators);
                keep(n, from, bytes[p] == '\n' && p > from && bytes[p - 1] == '\r' ? p - 1 : p);
            }
            n++;
            if (bytes[p] == '\n') {
                return finishQuoted(n, p + 1, lines);
            }
            p++;
        }
    }

    /** Scans a record whose fields are parted by runs of blanks. */
    private Outcome blanks() {
        int p = position;
        int n = 0;
        int lines = 0;
        problemField = -1;
        while (true) {
            while (dialect.isPadding(bytes[p])) {
                p++;
            }
            if (bytes[p] == '\n') {
                return finishQuoted(n, p + 1, lines);
            }
            boolean isQuoted = bytes[p] == QUOTE;
            int from = p;
            if (isQuoted) {
                int close = closingQuote(p + 1, n);
                if (close < 0) {
                    return Outcome.UNCLOSED_QUOTE;
                }
                lines += countLines(p, close);
                keep(n, p + 1, close);
                p = close + 1;
                from = p;
            }
            while (!dialect.isPadding(bytes[p]) && bytes[p] != '\n') {
                p++;
            }
            if (!isQuoted) {
                keep(n, from, p);
            } else if (p > from) {
                problemField = n;
            }
            n++;
        }
    }

    private Outcome finishQuoted(int n, int next, int lines) {
        count = n;
        position = next;
        nextLine += lines + 1;
        return problemField < 0 ? Outcome.RECORD : Outcome.TEXT_AFTER_QUOTE;
    }

    /** Returns where the quoted text that begins at {@code from} ends, or -1 if it does not. */
    private int closingQuote(int from, int field) {
        int p = from;
        while (p < limit) {
            if (bytes[p] == QUOTE) {
                if (p + 1 >= limit || bytes[p + 1] != QUOTE) {
                    return p;
                }
                if (field < doubled.length) {
                    doubled[field] = true;
                    hasDoubled = true;
                }
                p++;
            }
            p++;
        }
        return -1;
    }

    private int countLines(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    /** Goes on from behind a closing quote to the end of the field; anything but blanks on the way is a problem. */
    private int behindQuote(int from, int field) {
        int p = from;
        while (bytes[p] != separator && bytes[p] != '\n') {
            if (!dialect.isPadding(bytes[p])) {
                problemField = field;
            }
            p++;
        }
        return p;
    }
}

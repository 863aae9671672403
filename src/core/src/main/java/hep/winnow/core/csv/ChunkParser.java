package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the asked-for columns of chunks of one file. Immutable: any thread may call {@link #parse}. Hot. */
final class ChunkParser {
    private static final int LONG_DIGITS = 18;

    private final Dialect dialect;
    private final int fields;
    private final int[] asked;
    private final List<TableColumn> columns;
    private final List<byte[]> missing;

    /**
     * Makes a parser.
     *
     * @param file the file
     * @param columns the asked-for columns, by names that the file has
     * @param missing texts that mean a missing number
     */
    ChunkParser(TableFile file, List<TableColumn> columns, List<String> missing) {
        this.dialect = file.dialect();
        this.fields = file.names().size();
        this.columns = columns;
        this.asked =
                columns.stream().mapToInt(c -> file.names().indexOf(c.name())).toArray();
        this.missing =
                missing.stream().map(m -> m.getBytes(StandardCharsets.UTF_8)).toList();
    }

    ParsedChunk parse(Chunk chunk) {
        return new Run(chunk).parse();
    }

    /** One parse of one chunk. */
    private final class Run {
        private final Chunk chunk;
        private final byte[] bytes;
        private final RecordScanner scanner = new RecordScanner(dialect, fields);
        private final ColumnBuffer[] buffers = new ColumnBuffer[asked.length];
        private final List<ParsedChunk.BadRow> bad = new ArrayList<>();
        private int capacity;
        private int rows;

        Run(Chunk chunk) {
            this.chunk = chunk;
            this.bytes = chunk.bytes();
        }

        ParsedChunk parse() {
            scanner.reset(bytes, 0, chunk.size());
            int openQuote = -1;
            while (true) {
                RecordScanner.Outcome outcome = scanner.next();
                if (outcome == RecordScanner.Outcome.RECORD) {
                    record();
                } else if (outcome == RecordScanner.Outcome.TEXT_AFTER_QUOTE) {
                    bad(
                            "field " + (scanner.problemField() + 1)
                                    + " has text behind its closing quote, expected a separator (a quote inside quotes is written twice)");
                } else {
                    if (outcome == RecordScanner.Outcome.UNCLOSED_QUOTE) {
                        openQuote = scanner.line();
                    }
                    break;
                }
            }
            if (capacity == 0) {
                grow(0);
            }
            return new ParsedChunk(chunk, rows, Arrays.asList(buffers), bad, scanner.line(), openQuote);
        }

        private void record() {
            if (scanner.count() != fields) {
                bad("found " + scanner.count() + (scanner.count() == 1 ? " field" : " fields") + ", expected "
                        + fields);
                return;
            }
            if (rows == capacity) {
                grow(capacity == 0 ? chunk.size() / Math.max(1, scanner.position()) + 64 : 2 * capacity);
            }
            for (int i = 0; i < asked.length; i++) {
                if (!put(buffers[i], asked[i])) {
                    bad(reason(i));
                    return;
                }
            }
            rows++;
        }

        private void bad(String reason) {
            bad.add(new ParsedChunk.BadRow(scanner.line(), reason));
        }

        private String reason(int i) {
            int field = asked[i];
            TableColumn column = columns.get(i);
            String found = scanner.start(field) == scanner.end(field)
                    ? "nothing"
                    : Cells.shown(bytes, scanner.start(field), scanner.end(field));
            return "column '" + column.name() + "': found " + found + ", expected "
                    + column.kind().expected() + column.why();
        }

        private void grow(int room) {
            capacity = room;
            for (int i = 0; i < buffers.length; i++) {
                if (rows == 0) {
                    buffers[i] = new ColumnBuffer(columns.get(i).kind(), room);
                } else {
                    buffers[i].resize(room);
                }
            }
        }

        /** Reads a field into row {@code rows}; false if it does not fit. */
        private boolean put(ColumnBuffer buffer, int field) {
            int from = scanner.start(field);
            int to = scanner.end(field);
            if (buffer.kind == CellKind.STRING) {
                buffer.strings[rows] = Cells.text(bytes, from, to, scanner.hasDoubledQuotes(field));
                return true;
            }
            if (from < to && (bytes[from] <= ' ' || bytes[to - 1] <= ' ')) {
                from = Cells.trimStart(bytes, from, to);
                to = Cells.trimEnd(bytes, from, to);
            }
            return switch (buffer.kind) {
                case DOUBLE -> putDouble(buffer, from, to);
                case LONG -> putLong(buffer, from, to);
                case FLOAT -> putFloat(buffer, from, to);
                case INT -> putInt(buffer, from, to);
                case BOOLEAN -> putBoolean(buffer, from, to);
                case TRUTH -> putTruth(buffer, from, to);
                case STRING -> throw new AssertionError();
            };
        }

        private boolean putDouble(ColumnBuffer buffer, int from, int to) {
            double value = number(from, to);
            buffer.doubles[rows] = value;
            return !Decimals.isInvalid(value);
        }

        /** Returns the number of a cell, NaN for a missing one, or one that {@link Decimals#isInvalid}. */
        private double number(int from, int to) {
            if (from == to) {
                return Double.NaN;
            }
            double value = Decimals.parse(bytes, from, to);
            return Decimals.isInvalid(value) && Cells.isMissing(bytes, from, to, missing) ? Double.NaN : value;
        }

        private boolean putFloat(ColumnBuffer buffer, int from, int to) {
            double value = number(from, to);
            float rounded = (float) value;
            // Half way between two floats, the double may itself be rounded: ask the text.
            boolean isHalfWay = (Double.doubleToRawLongBits(value) & 0x1fff_ffffL) == 0x1000_0000L;
            if ((isHalfWay || Math.abs(value) < Float.MIN_NORMAL) && value != 0 && !Double.isNaN(value)) {
                rounded = Float.parseFloat(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            }
            buffer.floats[rows] = rounded;
            return !Decimals.isInvalid(value);
        }

        private boolean putLong(ColumnBuffer buffer, int from, int to) {
            int p = from;
            boolean isNegative = p < to && bytes[p] == '-';
            if (isNegative || (p < to && bytes[p] == '+')) {
                p++;
            }
            if (p == to) {
                return false;
            }
            if (to - p > LONG_DIGITS) {
                java.util.OptionalLong value = Cells.whole(bytes, from, to);
                buffer.longs[rows] = value.orElse(0);
                return value.isPresent();
            }
            long value = 0;
            for (; p < to; p++) {
                int d = bytes[p] - '0';
                if (d < 0 || d > 9) {
                    return false;
                }
                value = 10 * value + d;
            }
            buffer.longs[rows] = isNegative ? -value : value;
            return true;
        }

        private boolean putInt(ColumnBuffer buffer, int from, int to) {
            java.util.OptionalLong value = Cells.whole(bytes, from, to);
            long whole = value.orElse(Long.MAX_VALUE);
            buffer.ints[rows] = (int) whole;
            return whole == (int) whole;
        }

        private boolean putBoolean(ColumnBuffer buffer, int from, int to) {
            int truth = Cells.truth(bytes, from, to);
            buffer.booleans[rows] = truth == 1;
            return truth >= 0;
        }

        private boolean putTruth(ColumnBuffer buffer, int from, int to) {
            int truth = Cells.truth(bytes, from, to);
            buffer.doubles[rows] = truth >= 0 ? truth : Double.NaN;
            return truth >= 0 || Cells.isMissing(bytes, from, to, missing) || Decimals.isWord(bytes, from, to, "nan");
        }
    }
}

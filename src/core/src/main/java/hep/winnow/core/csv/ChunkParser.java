package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads the asked-for columns of chunks of one file, on any number of threads. Hot. */
final class ChunkParser {
    private static final int SPARE_ROWS = 8;
    private static final int MAX_REFUSED = 16;

    private final Dialect dialect;
    private final int fields;
    private final int[] asked;
    private final List<TableColumn> columns;
    private final CellReader cells;
    private final int[] slots;
    private final List<CellKind> kinds;
    /** Buffers that are no longer used. */
    private final Queue<ColumnBuffer[]> spare = new ConcurrentLinkedQueue<>();

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
        this.asked = file.places(columns.stream().map(TableColumn::name).toList());
        this.cells = new CellReader(
                missing.stream().map(m -> m.getBytes(StandardCharsets.UTF_8)).toList());
        this.kinds = columns.stream().map(TableColumn::kind).toList();
        this.slots = PlainRecords.slots(fields, asked);
    }

    /** Parses a chunk, whose bytes are no longer needed then. */
    ParsedChunk parse(Chunk chunk) {
        return new Run(chunk).parse();
    }

    /** Takes back the columns of a chunk that are no longer used. */
    void recycle(ParsedChunk chunk) {
        if (!kinds.contains(CellKind.STRING)) {
            spare.add(chunk.columns().toArray(ColumnBuffer[]::new));
        }
    }

    /** One parse of one chunk. */
    private final class Run {
        private final Chunk chunk;
        private final byte[] bytes;
        private final RecordScanner scanner = new RecordScanner(dialect, fields);
        private ColumnBuffer[] buffers = new ColumnBuffer[asked.length];
        private final List<ParsedChunk.BadRow> bad = new ArrayList<>();
        private int capacity;
        private final PlainRecords plain;
        private int rows;
        private int plainRows;
        private int refused;

        Run(Chunk chunk) {
            this.chunk = chunk;
            this.bytes = chunk.bytes();
            this.plain = new PlainRecords(bytes, cells, dialect, slots, kinds);
        }

        ParsedChunk parse() {
            scanner.reset(bytes, 0, chunk.size());
            int openQuote = -1;
            while (true) {
                readPlain();
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

        /** Reads records up to one that is not plain. */
        private void readPlain() {
            if (slots.length == 0 || refused > MAX_REFUSED + plainRows / 2) {
                return;
            }
            int p = scanner.position();
            int first = rows;
            while (p < chunk.size() && (dialect.isBlanks() || isPlainBeginning(bytes[p]))) {
                makeRoom(p);
                int next = plain.read(p, rows);
                if (next < 0) {
                    refused++;
                    break;
                }
                p = next;
                rows++;
            }
            plainRows += rows - first;
            scanner.skip(p, rows - first);
        }

        private boolean isPlainBeginning(byte first) {
            return (first & 0xff) > ' ' && first != dialect.comment();
        }

        private void record() {
            if (scanner.count() != fields) {
                bad("found " + scanner.count() + (scanner.count() == 1 ? " field" : " fields") + ", expected "
                        + fields);
                return;
            }
            makeRoom(scanner.start(0));
            for (int i = 0; i < asked.length; i++) {
                int field = asked[i];
                if (!cells.put(
                        buffers[i],
                        rows,
                        bytes,
                        scanner.start(field),
                        scanner.end(field),
                        scanner.hasDoubledQuotes(field))) {
                    bad(reason(i));
                    return;
                }
            }
            rows++;
        }

        /** Makes room for one more row, the one that begins at {@code from}. */
        private void makeRoom(int from) {
            if (rows < capacity) {
                return;
            }
            int end = from;
            while (rows == 0 && bytes[end] != '\n') {
                end++;
            }
            int likely = chunk.size() / Math.max(fields, end - from + 1);
            grow(rows == 0 ? likely + likely / 8 + SPARE_ROWS : 2 * capacity);
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
            ColumnBuffer[] used = rows == 0 ? spare.poll() : null;
            if (used != null && used.length > 0 && used[0].capacity() >= room) {
                buffers = used;
                capacity = used[0].capacity();
            } else {
                capacity = room;
                for (int i = 0; i < buffers.length; i++) {
                    if (rows == 0) {
                        buffers[i] = new ColumnBuffer(columns.get(i).kind(), room);
                    } else {
                        buffers[i].resize(room);
                    }
                }
            }
            plain.writeTo(buffers);
        }
    }
}

package hep.winnow.core.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the kinds of columns from a sample of rows: the first ones of each file and, where a file can be entered anywhere, some at one, two and three
 * quarters and at the end of it.
 */
final class TypeSniffer {
    private static final int FIRST_ROWS = 1000;
    private static final int WINDOW_ROWS = 100;
    private static final int WINDOW_BYTES = 1 << 16;
    private static final int WINDOWS = 4;

    private final List<String> names;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<byte[]> missing;

    TypeSniffer(List<String> names, CsvOptions options) {
        this.names = names;
        this.missing = options.missing().stream()
                .map(m -> m.getBytes(StandardCharsets.UTF_8))
                .toList();
        names.forEach(n -> evidence.add(new Evidence()));
    }

    /** Looks at rows of a file that has all the columns. */
    void look(OpenedFile file) throws IOException {
        TableFile table = file.table();
        RecordScanner scanner = new RecordScanner(table.dialect(), table.names().size());
        scanner.reset(file.head().bytes(), file.firstRow(), file.head().to());
        look(table, file.head().bytes(), scanner, FIRST_ROWS, table.dataLine());
        if (!file.head().isGzip() && !file.head().isWhole()) {
            lookInside(table, file.head().to());
        }
    }

    /** Returns the kind of column {@code i}. */
    CellKind kind(int i) {
        return evidence.get(i).kind();
    }

    /** Returns the first text that is no number in a column, and where it stands; empty if there is none. */
    String firstText(int i) {
        return evidence.get(i).firstText;
    }

    private void lookInside(TableFile table, long behind) throws IOException {
        try (SeekableByteChannel channel = FileChannel.open(table.path())) {
            long size = channel.size();
            for (int k = 1; k <= WINDOWS; k++) {
                long start = Math.max(behind, Math.min(size / WINDOWS * k, size - WINDOW_BYTES));
                byte[] bytes = new byte[WINDOW_BYTES + RecordScanner.PADDING];
                channel.position(start);
                int n = channel.read(ByteBuffer.wrap(bytes, 0, WINDOW_BYTES));
                lookAtWindow(table, bytes, Math.max(0, n));
            }
        }
    }

    /** Looks at whole lines somewhere in a file; not where quotes make it uncertain what a line is. */
    private void lookAtWindow(TableFile table, byte[] bytes, int size) {
        int from = 0;
        while (from < size && bytes[from] != '\n') {
            from++;
        }
        int to = size;
        while (to > 0 && bytes[to - 1] != '\n') {
            to--;
        }
        for (int i = 0; i < size; i++) {
            if (bytes[i] == '"') {
                return;
            }
        }
        if (from < to) {
            RecordScanner scanner =
                    new RecordScanner(table.dialect(), table.names().size());
            scanner.reset(bytes, from + 1, to);
            look(table, bytes, scanner, WINDOW_ROWS, -1);
        }
    }

    private void look(TableFile table, byte[] bytes, RecordScanner scanner, int rows, long firstLine) {
        int[] fields = table.places(names);
        for (int row = 0; row < rows; row++) {
            RecordScanner.Outcome outcome = scanner.next();
            if (outcome == RecordScanner.Outcome.END || outcome == RecordScanner.Outcome.UNCLOSED_QUOTE) {
                return;
            }
            if (outcome != RecordScanner.Outcome.RECORD
                    || scanner.count() != table.names().size()) {
                continue;
            }
            for (int i = 0; i < fields.length; i++) {
                int from = Cells.trimStart(bytes, scanner.start(fields[i]), scanner.end(fields[i]));
                int to = Cells.trimEnd(bytes, from, scanner.end(fields[i]));
                boolean isText = evidence.get(i).add(bytes, from, to, missing);
                if (isText) {
                    String place = firstLine < 0 ? "inside " : "line " + (firstLine + scanner.line() + 1) + " of ";
                    evidence.get(i).firstText = Cells.shown(bytes, from, to) + " (" + place + table.path() + ")";
                }
            }
        }
    }

    /** What was seen in one column. */
    private static final class Evidence {
        private boolean hasMissing;
        private boolean hasWhole;
        private boolean hasNumber;
        private boolean hasTruth;
        private boolean hasText;
        private String firstText = "";

        /** Adds a cell; true if it is the first that is text. */
        boolean add(byte[] bytes, int from, int to, List<byte[]> missing) {
            if (Cells.isMissing(bytes, from, to, missing)) {
                hasMissing = true;
            } else if (Cells.whole(bytes, from, to).isPresent()) {
                hasWhole = true;
            } else if (Cells.truth(bytes, from, to) >= 0) {
                hasTruth = true;
            } else {
                double value = Decimals.parse(bytes, from, to);
                if (Decimals.isInvalid(value)) {
                    boolean isFirst = !hasText;
                    hasText = true;
                    return isFirst;
                }
                hasMissing |= Double.isNaN(value);
                hasNumber |= !Double.isNaN(value);
            }
            return false;
        }

        CellKind kind() {
            boolean isNumeric = hasWhole || hasNumber;
            if (hasText || (hasTruth && isNumeric)) {
                return CellKind.STRING;
            }
            if (hasTruth) {
                return hasMissing ? CellKind.TRUTH : CellKind.BOOLEAN;
            }
            return hasWhole && !hasNumber && !hasMissing ? CellKind.LONG : CellKind.DOUBLE;
        }
    }
}

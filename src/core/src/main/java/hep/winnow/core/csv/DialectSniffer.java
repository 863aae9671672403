package hep.winnow.core.csv;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the separator of a file from its first rows. A separator is good if rows fall into one and the same number of fields, more than one, and
 * if fields behind the first row are then numbers. On a draw comma wins over TAB, semicolon and blanks.
 */
final class DialectSniffer {
    private static final int ROWS = 100;
    private static final int FIELDS = 4096;
    private static final char[] CANDIDATES = {',', '\t', ';', ' '};

    private DialectSniffer() {}

    static Dialect tell(FileHead head, CsvOptions options) {
        if (!options.separator().isEmpty()) {
            return Dialect.of(options.separator().charAt(0), options);
        }
        Dialect best = Dialect.of(CANDIDATES[0], options);
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            Dialect dialect = Dialect.of(candidate, options);
            double score = score(head, dialect);
            if (score > bestScore) {
                best = dialect;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(FileHead head, Dialect dialect) {
        RecordScanner scanner = new RecordScanner(dialect, FIELDS);
        scanner.reset(head.bytes(), head.from(), head.to());
        Tally tally = new Tally();
        while (tally.rows < ROWS) {
            RecordScanner.Outcome outcome = scanner.next();
            if (outcome == RecordScanner.Outcome.END || outcome == RecordScanner.Outcome.UNCLOSED_QUOTE) {
                break;
            }
            tally.add(head.bytes(), scanner, dialect);
        }
        return tally.score();
    }

    /** What rows look like with one separator. */
    private static final class Tally {
        private final Map<Integer, Integer> widths = new HashMap<>();
        private int rows;
        private int values;
        private int numbers;

        void add(byte[] bytes, RecordScanner scanner, Dialect dialect) {
            widths.merge(scanner.count(), 1, Integer::sum);
            boolean isFirst = rows++ == 0;
            for (int i = 0; i < Math.min(scanner.count(), FIELDS) && !isFirst; i++) {
                int from = Cells.trimStart(bytes, scanner.start(i), scanner.end(i));
                int to = Cells.trimEnd(bytes, from, scanner.end(i));
                if (from < to) {
                    values++;
                    numbers += isNumber(bytes, from, to, dialect) ? 1 : 0;
                }
            }
        }

        /** Returns the share of rows with the usual number of fields, plus the share of numbers among all that is not empty; 0 for one field. */
        double score() {
            int usual = 1;
            int most = 0;
            for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
                if (width.getValue() > most || (width.getValue() == most && width.getKey() > usual)) {
                    usual = width.getKey();
                    most = width.getValue();
                }
            }
            return usual == 1 ? 0 : (double) most / rows + (double) numbers / Math.max(1, values);
        }
    }

    /** Tells whether a field is a number; where no comma parts fields, the comma of {@code 1,5} does not speak against it. */
    private static boolean isNumber(byte[] bytes, int from, int to, Dialect dialect) {
        if (!Decimals.isInvalid(Decimals.parse(bytes, from, to))) {
            return true;
        }
        if (dialect.separator() == ',') {
            return false;
        }
        byte[] pointed = java.util.Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < pointed.length; i++) {
            if (pointed[i] == ',') {
                pointed[i] = '.';
                break;
            }
        }
        return !Decimals.isInvalid(Decimals.parse(pointed, 0, pointed.length));
    }
}

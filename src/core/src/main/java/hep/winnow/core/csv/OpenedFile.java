package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file whose header is read.
 *
 * @param table what the header tells
 * @param head the first lines, for a look at values
 * @param firstRow where in {@code head} the first row begins
 */
record OpenedFile(TableFile table, FileHead head, int firstRow) {
    private static final int MAX_HEAD = 1 << 26;
    private static final int MAX_FIELDS = 1 << 17;

    /** Reads the header of a file and about {@code headBytes} bytes behind it. */
    static OpenedFile open(Path path, CsvOptions options, int headBytes) throws IOException {
        for (int bytes = headBytes; ; bytes *= 8) {
            FileHead head = FileHead.read(path, bytes, options.skipLines());
            Dialect dialect = DialectSniffer.tell(head, options);
            RecordScanner scanner = new RecordScanner(dialect, MAX_FIELDS);
            scanner.reset(head.bytes(), head.from(), head.to());
            RecordScanner.Outcome outcome = scanner.next();
            boolean isFound = outcome == RecordScanner.Outcome.RECORD;
            if (isFound || head.isWhole() || bytes >= MAX_HEAD || outcome == RecordScanner.Outcome.TEXT_AFTER_QUOTE) {
                return isFound
                        ? of(head, dialect, scanner, options)
                        : withoutRecord(head, dialect, outcome, scanner, options);
            }
        }
    }

    private static OpenedFile of(FileHead head, Dialect dialect, RecordScanner scanner, CsvOptions options) {
        int line = head.skipped() + scanner.line();
        if (scanner.count() > MAX_FIELDS) {
            throw UserError.data(
                    head.path() + ":" + (line + 1) + ": found " + scanner.count() + " fields, expected at most "
                            + MAX_FIELDS,
                    "");
        }
        if (!options.header()) {
            List<String> names = options.columns().isEmpty() ? numbered(scanner.count()) : options.columns();
            checkCount(head, names, scanner.count(), line);
            return new OpenedFile(
                    new TableFile(
                            head.path(),
                            dialect,
                            names,
                            Math.min(head.from(), head.size()),
                            head.skipped(),
                            head.fileSize()),
                    head,
                    head.from());
        }
        List<String> names = options.columns();
        if (names.isEmpty()) {
            names = names(head, scanner, line);
        } else {
            checkCount(head, names, scanner.count(), line);
        }
        int firstRow = scanner.position();
        int lines = line + linesOf(head.bytes(), scanner, firstRow);
        return new OpenedFile(
                new TableFile(head.path(), dialect, names, Math.min(firstRow, head.size()), lines, head.fileSize()),
                head,
                firstRow);
    }

    /** Returns the number of lines of the record that ends at {@code end}. */
    private static int linesOf(byte[] bytes, RecordScanner scanner, int end) {
        int lines = 0;
        for (int i = scanner.start(0); i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private static OpenedFile withoutRecord(
            FileHead head, Dialect dialect, RecordScanner.Outcome outcome, RecordScanner scanner, CsvOptions options) {
        int line = head.skipped() + scanner.line() + 1;
        if (outcome == RecordScanner.Outcome.TEXT_AFTER_QUOTE) {
            throw UserError.data(
                    head.path() + ":" + line + ": field " + (scanner.problemField() + 1)
                            + " of the first line has text behind its closing quote, expected a separator",
                    "a quote inside quotes is written twice");
        }
        if (outcome == RecordScanner.Outcome.UNCLOSED_QUOTE) {
            throw UserError.data(head.path() + ":" + line + ": a quote opens in the first line and never closes", "");
        }
        if (options.header()) {
            throw UserError.data(
                    head.path() + " is empty: expected a line with the names of the columns",
                    options.skipLines() > 0 ? "skip_lines=" + options.skipLines() + " may be too many" : "");
        }
        if (options.columns().isEmpty()) {
            throw UserError.data(
                    head.path() + " is empty: without a header and a row the columns are unknown",
                    "name them: columns=[…]");
        }
        return new OpenedFile(
                new TableFile(
                        head.path(),
                        dialect,
                        options.columns(),
                        Math.min(head.to(), head.size()),
                        line - 1,
                        head.fileSize()),
                head,
                head.to());
    }

    private static void checkCount(FileHead head, List<String> names, int found, int line) {
        if (names.size() != found) {
            throw UserError.data(
                    "columns= names " + names.size() + " columns, but line " + (line + 1) + " of " + head.path()
                            + " has " + found + (found == 1 ? " field" : " fields"),
                    found == 1 ? "if fields are not parted by comma, TAB, semicolon or blanks, say sep=" : "");
        }
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add("c" + i);
        }
        return names;
    }

    /** Returns the names in the header: blanks around them do not count, an empty one at position 3 becomes {@code c3}. */
    private static List<String> names(FileHead head, RecordScanner scanner, int line) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < scanner.count(); i++) {
            byte[] bytes = head.bytes();
            String text = Cells.text(bytes, scanner.start(i), scanner.end(i), scanner.hasDoubledQuotes(i));
            String name = text.isBlank() ? "c" + (i + 1) : text.strip();
            refuseNumber(head, name, i, line);
            Integer before = seen.putIfAbsent(name, i);
            if (before != null) {
                throw UserError.data(
                        head.path() + ":" + (line + 1) + ": the header names column '" + name + "' twice (fields "
                                + (before + 1) + " and " + (i + 1) + ")",
                        "give names of your own: columns=[…], one per field");
            }
        }
        return List.copyOf(seen.keySet());
    }

    private static void refuseNumber(FileHead head, String name, int field, int line) {
        byte[] ascii = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (!Decimals.isInvalid(Decimals.parse(ascii, 0, ascii.length))
                && Character.isDigit(name.charAt(name.length() - 1))) {
            throw UserError.data(
                    head.path() + ":" + (line + 1)
                            + ": expected a header with the names of the columns, found the number " + name
                            + " in field " + (field + 1),
                    "header=no if the first line is a row; skip_lines=1 if the names stand in the second line; columns=[…] to name the columns");
        }
    }
}

package hep.winnow.core.csv;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.core.text.ColumnText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes events as CSV: a header, commas, LF, UTF-8. Numbers are the shortest text that gives the same bits back, the same on every JDK; those of
 * columns of doubles and floats keep a point or exponent ({@code 1.0}, {@code 1e20}, {@code nan}, {@code inf}), so that they are read as such; text is quoted where it holds a separator, a quote, a line end or a {@code #}, begins or ends in a blank, or is empty.
 */
public final class CsvWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final List<ColumnType> types;
    private final StringBuilder text = new StringBuilder(BUFFER);

    /**
     * Begins a table.
     *
     * @param out closed by {@link #close}
     * @param names names of the columns
     * @param types their types, as many as names
     */
    public CsvWriter(OutputStream out, List<String> names, List<ColumnType> types) throws IOException {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(names.size() + " names and " + types.size() + " types of columns");
        }
        this.out = new BufferedOutputStream(out, BUFFER);
        this.types = List.copyOf(types);
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ",");
            appendText(names.get(i), text);
        }
        text.append('\n');
        flushText();
    }

    /**
     * Begins a table in a new file, which is compressed if {@code name} ends in {@code .gz}. (The compressed bytes depend on the zlib of the JDK; what
     * they hold does not.)
     *
     * @param file the file to write; a temporary one, which the caller moves into place
     * @param name the name that the file will have
     */
    public static CsvWriter create(Path file, String name, List<String> names, List<ColumnType> types)
            throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try {
            return new CsvWriter(name.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out, names, types);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    /** Writes the events of a block, whose columns are those of the table. */
    public void write(EventBlock block) throws IOException {
        List<Column> columns = block.columns();
        if (!columns.stream().map(Column::type).toList().equals(types)) {
            throw new IllegalArgumentException("the table has columns of "
                    + types
                    + ", the block of "
                    + columns.stream().map(Column::type).toList());
        }
        for (int row = 0; row < block.size(); row++) {
            append(columns, row, text);
            if (text.length() >= BUFFER / 2) {
                flushText();
            }
        }
        flushText();
    }

    /** Writes rows that {@link #rows} made. */
    public void writeRows(byte[] rows) throws IOException {
        out.write(rows);
    }

    /** Returns the events of a block as rows of a table, for {@link #writeRows}: this can be done on several threads. */
    public static byte[] rows(EventBlock block) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < block.size(); row++) {
            append(block.columns(), row, rows);
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static void append(List<Column> columns, int row, StringBuilder text) {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            append(columns.get(i), row, text);
        }
        text.append('\n');
    }

    private static void append(Column column, int row, StringBuilder text) {
        if (column instanceof Column.Strings strings) {
            appendText(strings.values()[row], text);
        } else {
            text.append(ColumnText.of(column, row));
        }
    }

    private static void appendText(String value, StringBuilder text) {
        if (needsQuotes(value)) {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            text.append(value);
        }
    }

    private static boolean needsQuotes(String value) {
        if (value.isEmpty()) {
            return true;
        }
        if (value.charAt(0) <= ' ' || value.charAt(value.length() - 1) <= ' ') {
            return true;
        }
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '#');
    }

    private void flushText() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}

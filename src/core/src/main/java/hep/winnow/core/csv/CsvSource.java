package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events from tables of text: CSV, TSV and their kin in UTF-8, plain or gzip, one file or several with the same columns. Events come in blocks of
 * {@link #BLOCK_SIZE}, the last one of each file smaller. Blocks are the same for any number of threads.
 *
 * <p>Format: RFC 4180 and what is seen in the wild. Lines end in LF or CRLF; the last one need not. A field in quotes may hold separators, line
 * ends, and quotes written twice. Blank lines and comment lines are passed over. Blanks around numbers and before and behind quotes do not count.
 * The order of columns may differ between files; what only a later file has is not offered.
 *
 * <p>Types are told from a sample of rows: LONG for whole numbers, DOUBLE for numbers (nothing, {@code nan} and the texts of
 * {@link CsvOptions#missing} are NaN), BOOLEAN for {@code true} and {@code false} (DOUBLE where some are missing), else STRING. A column
 * without any value in the sample is DOUBLE. A later row that does not fit is a bad row ({@link ReadContext#badRow}), as is one with too few or too
 * many fields; only cells of asked-for columns are looked at. The line that is told is the one in which the row begins.
 */
public final class CsvSource implements EventSource {
    /** Number of events in each block but the last of a file. */
    public static final int BLOCK_SIZE = 8192;

    private static final int FIRST_HEAD_BYTES = 1 << 20;
    private static final int HEAD_BYTES = 1 << 16;

    private final List<TableFile> files;
    private final List<TableColumn> columns;
    private final Map<String, String> firstTexts;
    private final CsvOptions options;

    private CsvSource(
            List<TableFile> files, List<TableColumn> columns, Map<String, String> firstTexts, CsvOptions options) {
        this.files = List.copyOf(files);
        this.columns = List.copyOf(columns);
        this.firstTexts = Map.copyOf(firstTexts);
        this.options = options;
    }

    /**
     * Opens files: reads their headers and a sample of their rows.
     *
     * @param files at least one; events come in this order
     * @throws UserError if a file cannot be read, is no table, or lacks a column that the first one has
     */
    public static CsvSource open(List<Path> files, CsvOptions options) {
        if (files.isEmpty()) {
            throw UserError.data("there is no file to read", "");
        }
        try {
            List<OpenedFile> opened = new ArrayList<>();
            for (Path file : files) {
                opened.add(OpenedFile.open(file, options, opened.isEmpty() ? FIRST_HEAD_BYTES : HEAD_BYTES));
                checkColumns(
                        opened.get(0).table(), opened.get(opened.size() - 1).table());
            }
            return of(opened, options);
        } catch (IOException e) {
            throw UserError.data("cannot read " + named(files) + ": " + e.getMessage(), "")
                    .because(e);
        }
    }

    private static String named(List<Path> files) {
        return files.get(0) + (files.size() == 1 ? "" : " and " + (files.size() - 1) + " more");
    }

    private static CsvSource of(List<OpenedFile> opened, CsvOptions options) throws IOException {
        List<String> names = opened.get(0).table().names();
        checkTypes(names, options.types());
        TypeSniffer sniffer = new TypeSniffer(names, options);
        for (OpenedFile file : opened) {
            sniffer.look(file);
        }
        List<TableColumn> columns = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<ColumnType> set = Optional.ofNullable(options.types().get(name));
            CellKind kind = set.map(CellKind::of).orElse(sniffer.kind(i));
            String why = set.isPresent()
                    ? " (types= says so)"
                    : " (as in the first rows; types=[" + name + "=" + wider(kind) + "] reads it otherwise)";
            columns.add(new TableColumn(name, kind, why));
            if (set.isEmpty()
                    && kind == CellKind.STRING
                    && !sniffer.firstText(i).isEmpty()) {
                texts.put(name, sniffer.firstText(i));
            }
        }
        return new CsvSource(opened.stream().map(OpenedFile::table).toList(), columns, texts, options);
    }

    private static String wider(CellKind kind) {
        return kind == CellKind.LONG || kind == CellKind.INT ? "double" : "string";
    }

    private static void checkColumns(TableFile first, TableFile other) {
        int[] places = other.places(first.names());
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                String name = first.names().get(i);
                throw UserError.data(
                        other.path() + " has no column '" + name + "', which " + first.path() + " has",
                        "it has " + Near.list(name, other.names()));
            }
        }
    }

    private static void checkTypes(List<String> names, Map<String, ColumnType> types) {
        for (String name : types.keySet()) {
            if (!names.contains(name)) {
                throw UserError.macro(
                        "types= names a column '" + name + "' that is not there", "there is " + Near.list(name, names));
            }
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return columns.stream()
                .map(c -> ColumnInfo.of(c.name(), c.kind().type()))
                .toList();
    }

    @Override
    public List<Path> files() {
        return files.stream().map(TableFile::path).toList();
    }

    @Override
    public List<EventSource> parts() {
        return files.size() == 1
                ? List.of(this)
                : files.stream()
                        .<EventSource>map(f -> new CsvSource(List.of(f), columns, firstTexts, options))
                        .toList();
    }

    /**
     * Tells why a column holds strings: the first text in the sample that is no number, and where it stands, such as
     * {@code 'abc' (line 17 of a.csv)}; empty for other columns, and where the type was set.
     */
    public Optional<String> firstText(String column) {
        return Optional.ofNullable(firstTexts.get(column));
    }

    @Override
    public BlockReader open(List<String> names, ReadContext context) {
        return open(names, ChunkFeeder.CHUNK_BYTES, context);
    }

    /** Opens a pass that reads {@code chunkBytes} at a time, which changes nothing in what comes of it. */
    BlockReader open(List<String> names, int chunkBytes, ReadContext context) {
        List<TableColumn> asked = columns(names);
        List<ChunkParser> parsers = files.stream()
                .map(f -> new ChunkParser(f, asked, options.missing()))
                .toList();
        return new CsvReader(
                files, parsers, asked.stream().map(TableColumn::kind).toList(), chunkBytes, context);
    }

    private List<TableColumn> columns(List<String> names) {
        return Arrays.stream(ColumnIndex.of(schema(), names))
                .mapToObj(columns::get)
                .toList();
    }
}

package hep.winnow.acceptance.formats;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.EventFiles;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens files with all plugins, and reads them as words. */
final class Readings implements AutoCloseable {
    private final PluginSet plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    private final EventFiles files;

    Readings() {
        Winnow winnow =
                new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());
        this.files = new EventFiles(winnow.vocabulary(), winnow.functions());
    }

    /** Returns the format that is told from the bytes. */
    String kind(Path file, List<String> options) {
        return files.find(request(file, "", options)).kind();
    }

    /** Opens a file of a known format; of one with several tables the first. */
    EventSource open(Path file, Specimen specimen) {
        EventFiles.Request request = request(file, specimen.kind(), specimen.options());
        List<String> tables = files.find(request).tables().orElse(List.of());
        return tables.isEmpty() ? files.open(request) : files.open(request, tables.get(0));
    }

    /** Opens several files of a known format as one sample. */
    EventSource open(List<Path> several, Specimen specimen) {
        List<String> paths = several.stream().map(Path::toString).toList();
        EventFiles.Request request = new EventFiles.Request(paths, Path.of(""), specimen.kind(), specimen.options());
        List<String> tables = files.find(request).tables().orElse(List.of());
        return tables.isEmpty() ? files.open(request) : files.open(request, tables.get(0));
    }

    private static EventFiles.Request request(Path file, String kind, List<String> options) {
        return new EventFiles.Request(List.of(file.toString()), Path.of(""), kind, options);
    }

    static List<String> names(EventSource source) {
        return source.schema().stream().map(ColumnInfo::name).toList();
    }

    /**
     * Reads events as one line each; checks that blocks are as the contract says.
     *
     * @throws UserError as the source has it, and for rows that it calls bad
     */
    static List<String> rows(EventSource source, List<String> columns) throws IOException {
        ReadContext context = new ReadContext() {
            @Override
            public Workers workers() {
                return Workers.sequential();
            }

            @Override
            public void badRow(String file, long line, String reason) {
                throw UserError.data(file + ":" + line + ": " + reason, "");
            }
        };
        Map<String, ColumnInfo> schema = new HashMap<>();
        source.schema().forEach(column -> schema.put(column.name(), column));
        List<String> rows = new ArrayList<>();
        try (BlockReader reader = source.open(columns, context)) {
            for (Optional<EventBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                EventBlock block = next.get();
                check(schema, columns, block);
                for (int i = 0; i < block.size(); i++) {
                    StringBuilder row = new StringBuilder();
                    for (Column column : block.columns()) {
                        append(column, i, row);
                        row.append('|');
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }

    private static void check(Map<String, ColumnInfo> schema, List<String> columns, EventBlock block) {
        if (block.size() == 0 || block.columns().size() != columns.size()) {
            throw new AssertionError("a block of " + block.size() + " events and "
                    + block.columns().size() + " columns, " + columns.size() + " were asked for");
        }
        for (int c = 0; c < columns.size(); c++) {
            ColumnInfo info = schema.getOrDefault(columns.get(c), ColumnInfo.of("", ColumnType.STRING));
            Column column = block.columns().get(c);
            if (column.type() != info.type() || column.depth() != info.depth()) {
                throw new AssertionError("'" + info.name() + "' came as " + column.type() + " of depth "
                        + column.depth() + ", the schema says " + info);
            }
        }
    }

    private static void append(Column column, int i, StringBuilder to) {
        if (column instanceof Column.Lists lists) {
            to.append('[');
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                append(lists.values(), k, to);
                to.append(' ');
            }
            to.append(']');
        } else if (column instanceof Column.Strings strings) {
            to.append(strings.values()[i]);
        } else if (column instanceof Column.Longs longs) {
            to.append(longs.values()[i]);
        } else {
            to.append(column.number(i));
        }
    }

    @Override
    public void close() throws IOException {
        plugins.close();
    }
}

package hep.winnow.testing;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.Compression;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes tables, and reads columns as words: numbers as Java spells them, {@code [} and {@code ]} around the values of an event with several. */
public final class Tables {
    private Tables() {}

    /** Returns the values of one column. */
    public static List<String> words(EventSource source, String column) {
        List<String> words = new ArrayList<>();
        for (EventBlock block : blocks(source, List.of(column))) {
            for (int i = 0; i < block.size(); i++) {
                add(block.columns().get(0), i, words);
            }
        }
        return words;
    }

    /** Returns the values of a column. */
    public static List<String> words(Column column) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            add(column, i, words);
        }
        return words;
    }

    /** Returns a context of one thread, in which no row may be bad. */
    public static ReadContext context() {
        return new ReadContext() {
            @Override
            public Workers workers() {
                return Workers.sequential();
            }

            @Override
            public void badRow(String file, long line, String reason) {
                throw new AssertionError(file + ":" + line + ": " + reason);
            }
        };
    }

    /** Returns the blocks of some columns; no row may be bad. */
    public static List<EventBlock> blocks(EventSource source, List<String> columns) {
        List<EventBlock> blocks = new ArrayList<>();
        try (BlockReader reader = source.open(columns, context())) {
            for (Optional<EventBlock> b = reader.next(); b.isPresent(); b = reader.next()) {
                blocks.add(b.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    /** Writes blocks to a file, in place of the one that is there, with a seed as where they come from. */
    public static void write(EventWriterFormat format, Path file, List<ColumnInfo> schema, List<EventBlock> blocks)
            throws IOException {
        write(format, file, schema, blocks, Compression.NONE);
    }

    /** Writes blocks to a file that may be packed, 0 to 9; otherwise as {@link #write(EventWriterFormat, Path, List, List)}. */
    public static void write(
            EventWriterFormat format, Path file, List<ColumnInfo> schema, List<EventBlock> blocks, int compression)
            throws IOException {
        write(format, file, schema, blocks, Compression.of(compression));
    }

    /** Writes blocks to a file, packed as is said; otherwise as {@link #write(EventWriterFormat, Path, List, List)}. */
    public static void write(
            EventWriterFormat format,
            Path file,
            List<ColumnInfo> schema,
            List<EventBlock> blocks,
            Compression compression)
            throws IOException {
        Files.deleteIfExists(file);
        EventFileHead head =
                new EventFileHead(String.valueOf(file.getFileName()), schema, Map.of("winnow.seed", "7"), compression);
        try (EventWriter writer = format.create(file, head)) {
            for (EventBlock block : blocks) {
                writer.write(block);
            }
            writer.finish();
        }
    }

    private static void add(Column column, int i, List<String> to) {
        if (column instanceof Column.Lists lists) {
            to.add("[");
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                add(lists.values(), k, to);
            }
            to.add("]");
        } else if (column instanceof Column.Strings strings) {
            to.add(strings.values()[i]);
        } else if (column instanceof Column.Longs longs) {
            to.add(Long.toString(longs.values()[i]));
        } else if (column instanceof Column.Ints ints) {
            to.add(Integer.toString(ints.values()[i]));
        } else if (column instanceof Column.Booleans truths) {
            to.add(Boolean.toString(truths.values()[i]));
        } else {
            to.add(Double.toString(column.number(i)));
        }
    }
}

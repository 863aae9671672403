package hep.winnow.app;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of two tables, whatever stands in them: one with a column of each type, and one of whose two columns one is damaged. If they go on with {@code CLOSED}, there is a third one, which cannot be opened. */
@Verb(value = "read", kind = "marks", doc = "Reads marks.")
record Marks(
        @Named(doc = "the sample") String name,
        @Operand(keyword = "from", doc = "files") List<InputFile> from,
        @Inline SampleOptions sample,
        @Option(doc = "which", value = "\"whole\"") String table,
        @Inline ReadOptions reading)
        implements ReadStep {
    /** Files that begin with {@code MARKS}. */
    static final class Format implements EventFormat {
        @Override
        public Class<? extends ReadStep> step() {
            return Marks.class;
        }

        @Override
        public boolean recognises(FirstBytes file) {
            return file.startsWith("MARKS");
        }
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public List<String> tables(List<Path> files) {
        return isThird(files.get(0)) ? List.of("whole", "torn", "closed") : List.of("whole", "torn");
    }

    private static boolean isThird(Path file) {
        try {
            return Files.readString(file).startsWith("MARKSCLOSED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public EventSource open(List<Path> files) {
        if (table.equals("closed")) {
            throw UserError.data("nobody opens it", "");
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", new Column.Doubles(new double[] {0.5, Double.NaN, Double.NEGATIVE_INFINITY, 2}));
        if (table.equals("whole")) {
            columns.put("n", new Column.Longs(new long[] {1, 1L << 62, -7, 0}));
            columns.put("ok", new Column.Booleans(new boolean[] {true, false, true, true}));
            columns.put("s", new Column.Strings(new String[] {"a", "", "b", "c"}));
            Column jets = new Column.Floats(new float[] {10.5f, 20, 30, Float.NaN});
            columns.put("jets", new Column.Lists(new int[] {0, 2, 2, 3, 4}, jets));
        } else {
            columns.put("torn", new Column.Ints(new int[] {1, 2, 3, 4}));
        }
        return new Source(files, columns);
    }

    private record Source(List<Path> files, Map<String, Column> columns) implements EventSource {
        @Override
        public List<ColumnInfo> schema() {
            return columns.entrySet().stream()
                    .map(e -> new ColumnInfo(
                            e.getKey(), e.getValue().type(), e.getValue().depth(), ""))
                    .toList();
        }

        @Override
        public List<UnreadableColumn> unreadable() {
            return List.of(new UnreadableColumn("odd", "map<int,int>", "maps are no columns"));
        }

        @Override
        public BlockReader open(List<String> asked, ReadContext context) {
            return new Reader(this, asked);
        }
    }

    private static final class Reader implements BlockReader {
        private final Source source;
        private final List<String> asked;
        private boolean isDone;

        Reader(Source source, List<String> asked) {
            this.source = source;
            this.asked = asked;
        }

        @Override
        public Optional<EventBlock> next() {
            if (isDone) {
                return Optional.empty();
            }
            isDone = true;
            if (asked.contains("torn")) {
                throw UserError.data("it is torn at byte 5", "");
            }
            return Optional.of(
                    new EventBlock(4, asked.stream().map(source.columns()::get).toList()));
        }

        @Override
        public void close() {}
    }
}

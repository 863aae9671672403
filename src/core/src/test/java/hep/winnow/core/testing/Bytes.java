package hep.winnow.core.testing;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code read b from "file"}: one event per byte behind {@code BYTES}; a negative one is a bad row. */
@Verb(value = "read", kind = "bytes", doc = "Reads bytes.")
public record Bytes(
        @Named(doc = "the sample") String name,
        @Operand(keyword = "from", doc = "files") List<InputFile> from,
        @Inline SampleOptions sample,
        @Option(doc = "factor", value = "1") double times,
        @Inline ReadOptions reading)
        implements ReadStep {
    private static final String MAGIC = "BYTES";

    /** How these files are told: {@code bytes} claims those that begin with {@code BYTES}. */
    public static final class Format implements EventFormat {
        @Override
        public Class<? extends ReadStep> step() {
            return Bytes.class;
        }

        @Override
        public boolean recognises(FirstBytes file) {
            return file.startsWith(MAGIC);
        }
    }

    @Override
    public EventSource open(List<Path> files) {
        return new EventSource() {
            @Override
            public List<ColumnInfo> schema() {
                return List.of(ColumnInfo.of("b", ColumnType.DOUBLE));
            }

            @Override
            public List<Path> files() {
                return files;
            }

            @Override
            public BlockReader open(List<String> columns, ReadContext context) {
                List<Double> values = new ArrayList<>();
                files.forEach(file -> read(file, values, context));
                return new Reader(values.stream().mapToDouble(v -> v * times).toArray(), columns);
            }
        };
    }

    private static void read(Path file, List<Double> values, ReadContext context) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!new FirstBytes(file, bytes).startsWith(MAGIC)) {
            throw UserError.data(file + " does not begin with " + MAGIC, "");
        }
        for (int i = MAGIC.length(); i < bytes.length; i++) {
            if (bytes[i] < 0) {
                context.badRow(file.toString(), i, "it is negative");
            } else {
                values.add((double) bytes[i]);
            }
        }
    }

    private static final class Reader implements BlockReader {
        private final double[] values;
        private final List<String> columns;
        private boolean isDone;

        Reader(double[] values, List<String> columns) {
            this.values = values;
            this.columns = columns;
        }

        @Override
        public Optional<EventBlock> next() {
            if (isDone || values.length == 0) {
                return Optional.empty();
            }
            isDone = true;
            return Optional.of(new EventBlock(
                    values.length,
                    columns.stream()
                            .<Column>map(c -> new Column.Doubles(values))
                            .toList()));
        }

        @Override
        public void close() {}
    }
}
